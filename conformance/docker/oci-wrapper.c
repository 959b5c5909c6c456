/* An OCI runtime for a host without CAP_SYS_RESOURCE. It stands in front of RUNC and, before "create", "run" and "exec", rewrites what that is given:
 * a negative oomScoreAdj becomes 0, CAP_SYS_RESOURCE leaves every capability set. Everything else reaches RUNC as it came. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef RUNC
#define RUNC "/usr/sbin/runc"
#endif

static void replace_all(char *text, const char *from, const char *to) {
  size_t from_length = strlen(from), to_length = strlen(to);
  for (char *at = strstr(text, from); at; at = strstr(at + to_length, from)) {
    memmove(at + to_length, at + from_length, strlen(at + from_length) + 1);
    memcpy(at, to, to_length);
  }
}

static void raise_oom_score(char *text) {
  static const char key[] = "\"oomScoreAdj\":-";
  for (char *at = strstr(text, key); at; at = strstr(at, key)) {
    char *number = at + sizeof key - 2, *end = number + 1;
    while (*end >= '0' && *end <= '9') end++;
    *number = '0';
    memmove(number + 1, end, strlen(end) + 1);
  }
}

static void rewrite(const char *path) {
  struct stat found;
  int file = open(path, O_RDWR);
  if (file < 0 || fstat(file, &found) || found.st_size > 16 << 20) return;
  char *text = malloc(found.st_size + 1);
  ssize_t length = text ? read(file, text, found.st_size) : -1;
  if (length < 0) return;
  text[length] = 0;
  raise_oom_score(text);
  replace_all(text, "\"CAP_SYS_RESOURCE\",", "");
  replace_all(text, ",\"CAP_SYS_RESOURCE\"", "");
  replace_all(text, "\"CAP_SYS_RESOURCE\"", "");
  ssize_t left = strlen(text);
  if (left != length && (ftruncate(file, 0) || pwrite(file, text, left, 0) != left)) perror("oci-wrapper");
  close(file);
}

int main(int count, char **words) {
  const char *bundle = ".", *process = NULL, *command = NULL;
  for (int i = 1; i < count; i++) {
    if (!command && (!strcmp(words[i], "create") || !strcmp(words[i], "run") || !strcmp(words[i], "exec"))) command = words[i];
    else if (command && i + 1 < count && (!strcmp(words[i], "--bundle") || !strcmp(words[i], "-b"))) bundle = words[++i];
    else if (command && i + 1 < count && (!strcmp(words[i], "--process") || !strcmp(words[i], "-p"))) process = words[++i];
  }
  if (command && !strcmp(command, "exec")) {
    if (process) rewrite(process);
  } else if (command) {
    char path[4096];
    snprintf(path, sizeof path, "%s/config.json", bundle);
    rewrite(path);
  }
  words[0] = RUNC;
  execv(RUNC, words);
  perror(RUNC);
  return 127;
}
