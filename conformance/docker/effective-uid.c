/* What critest's "nonewprivs" image runs: a setuid program that says as whom it runs. */
#include <stdio.h>
#include <unistd.h>

int main(void) {
  printf("Effective uid: %d\n", geteuid());
  return 0;
}
