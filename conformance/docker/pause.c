/* The first process of a pod sandbox: it reaps what it inherits, and ends on a signal. */
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static void leave(int number) {
  (void)number;
  _exit(0);
}

static void reap(int number) {
  (void)number;
  while (waitpid(-1, NULL, WNOHANG) > 0) {
  }
}

int main(void) {
  struct sigaction left = {.sa_handler = leave}, child = {.sa_handler = reap, .sa_flags = SA_NOCLDSTOP};
  sigaction(SIGINT, &left, NULL);
  sigaction(SIGTERM, &left, NULL);
  sigaction(SIGCHLD, &child, NULL);
  for (;;) pause();
}
