import { type Call, isCriError } from "@crikit/cri-api";

/** Stop and remove succeed for an object that is not there: the one place where `NotFound` is swallowed. */
export const idempotent =
  <Request, Response extends object>(
    answer: (request: Request, call?: Call) => Promise<Response>,
    done: Response,
  ): ((request: Request, call?: Call) => Promise<Response>) =>
  async (request, call) => {
    try {
      return await answer(request, call);
    } catch (error) {
      if (isCriError(error, "NotFound")) return done;
      throw error;
    }
  };
