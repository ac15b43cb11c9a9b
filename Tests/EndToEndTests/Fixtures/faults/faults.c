/* Faults for a program that does not know of them: preloaded into rasid by the fault tests.

   Each call that changes what is on disk below RASID_FAULT_ROOT is a step and has a number, from 1. What the environment
   says happens at one of them:

     RASID_FAULT_ROOT   a directory, as realpath(3) gives it. Without it nothing happens at all. What lies right in
                        it under a hidden name does not count.
     RASID_FAULT_LOG    a file that gets a line "NUMBER CALL PATH" for each step
     RASID_FAULT_CALL   only this call is a step: open write truncate fsync rename unlink mkdir
     RASID_FAULT_PART   only paths that hold this text are steps
     RASID_FAULT_AT     the number of the step
     RASID_FAULT_DO     kill           the process dies before the step
                        power:SEED     the power fails before the step: what was not synced is lost, all of it with
                                       seed 0, else some of it; then the process dies
                        fail:ERRNO:N   the step and the N - 1 after it fail with that number, N = 0 for all;
                                       a write that fails has written half of its bytes
     RASID_FAULT_WHILE  a file: steps fail only while it is there
     RASID_FAULT_RESOLVER  ADDRESS:SECONDS, who answers for names below .test: slow*.test does not within those
                        seconds, missing*.test is not there, broken*.test cannot be found out now, moving*.test is at
                        ADDRESS every other time and else at 127.0.0.9; all others are at ADDRESS
     RASID_FAULT_CLOCK  a file of 8 bytes, seconds that are added to the wall clock (native byte order)

   What a power failure takes: bytes written to a file that was not synced since, and names made, renamed or removed in
   a directory that was not synced since (fsync(2): a new name needs a sync of its directory of its own). Of names a
   beginning survives, in order; of bytes any part. The file that SQLite shares between processes does not count: it is
   made anew after a crash. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <netdb.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static const char *root, *only_call, *only_part, *while_file;
static int log_file = -1, at_power, at_kill, failure;
static long fault_at, fail_count;
static uint64_t seed;
static atomic_long steps;
static volatile int64_t *clock_shift;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static long number(const char *text) { return text ? strtol(text, NULL, 10) : 0; }

__attribute__((constructor)) static void begin(void) {
  const char *shift = getenv("RASID_FAULT_CLOCK"), *what = getenv("RASID_FAULT_DO"), *log = getenv("RASID_FAULT_LOG");
  if (shift) {
    int file = open(shift, O_RDONLY | O_CLOEXEC);
    void *page = file < 0 ? MAP_FAILED : mmap(NULL, 8, PROT_READ, MAP_SHARED, file, 0);
    if (page != MAP_FAILED) clock_shift = page;
    if (file >= 0) close(file);
  }
  only_call = getenv("RASID_FAULT_CALL");
  only_part = getenv("RASID_FAULT_PART");
  while_file = getenv("RASID_FAULT_WHILE");
  fault_at = number(getenv("RASID_FAULT_AT"));
  if (what && strcmp(what, "kill") == 0) at_kill = 1;
  if (what && strncmp(what, "power:", 6) == 0) at_power = 1, seed = (uint64_t)number(what + 6);
  if (what && strncmp(what, "fail:", 5) == 0) {
    failure = (int)number(what + 5);
    fail_count = number(strchr(what + 5, ':') ? strchr(what + 5, ':') + 1 : "1");
  }
  if (log) log_file = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  root = getenv("RASID_FAULT_ROOT");
}

static int is_below(const char *path) {
  size_t length = strlen(root), end = strlen(path);
  if (strncmp(path, root, length) != 0) return 0;
  if (path[length] == 0) return !only_part; /* the directory itself can be synced */
  if (path[length] != '/') return 0;
  if (end > 4 && strcmp(path + end - 4, "-shm") == 0) return 0;
  if (path[length + 1] == '.') return 0;
  return !only_part || strstr(path, only_part);
}

static int path_of(int file, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return 1;
}

static int path_at(int directory, const char *name, char *path) {
  if (!name) return 0;
  if (name[0] == '/') return snprintf(path, PATH_MAX, "%s", name) < PATH_MAX;
  char start[PATH_MAX];
  if (directory == AT_FDCWD ? !getcwd(start, sizeof start) : !path_of(directory, start)) return 0;
  return snprintf(path, PATH_MAX, "%s/%s", start, name) < PATH_MAX;
}

/* -- What a power failure would take ---------------------------------------------------------------------------- */

enum kind { wrote, cut, made, renamed, removed, made_directory };

struct change {
  struct change *before;
  enum kind kind;
  int file;                  /* of the bytes: open for reading and writing */
  dev_t device;
  ino_t inode;               /* of the file written, or of the directory whose sync makes the name stay */
  off_t offset, old_size, new_size;
  size_t old_length, new_length;
  char *old_bytes, *new_bytes;
  char *path, *from, *saved; /* of a name; saved: a second name of the file that was there before */
};

static struct change *newest;
static int saved_files;

static uint64_t random_number(void) {
  seed ^= seed << 13, seed ^= seed >> 7, seed ^= seed << 17;
  return seed;
}

static struct change *note(enum kind kind) {
  struct change *change = calloc(1, sizeof *change);
  change->kind = kind;
  change->file = -1;
  change->before = newest;
  newest = change;
  return change;
}

static void forget(struct change *change) {
  if (change->file >= 0) close(change->file);
  if (change->saved) syscall(SYS_unlinkat, AT_FDCWD, change->saved, 0);
  free(change->old_bytes), free(change->new_bytes), free(change->path), free(change->from), free(change->saved);
  free(change);
}

/* A file or a directory was synced. */
static void keep(int file) {
  struct stat status;
  if (fstat(file, &status) != 0) return;
  for (struct change **place = &newest; *place;) {
    struct change *change = *place;
    if (change->inode == status.st_ino && change->device == status.st_dev) {
      *place = change->before;
      forget(change);
    } else {
      place = &change->before;
    }
  }
}

static void note_bytes(enum kind kind, int file, off_t offset, const void *bytes, size_t length, off_t size) {
  struct stat status;
  char link[64];
  if (fstat(file, &status) != 0) return;
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  struct change *change = note(kind);
  change->file = (int)syscall(SYS_openat, AT_FDCWD, link, O_RDWR | O_CLOEXEC, 0);
  change->device = status.st_dev, change->inode = status.st_ino;
  change->offset = offset, change->old_size = status.st_size, change->new_size = size;
  off_t end = kind == cut ? status.st_size : offset + (off_t)length;
  off_t start = kind == cut ? size : offset;
  if (end > status.st_size) end = status.st_size;
  if (end > start) {
    change->old_bytes = malloc((size_t)(end - start));
    ssize_t count = pread(change->file, change->old_bytes, (size_t)(end - start), start);
    change->old_length = count > 0 ? (size_t)count : 0;
    change->offset = start;
  }
  if (kind == wrote && length > 0) {
    change->new_bytes = malloc(length);
    memcpy(change->new_bytes, bytes, length);
    change->new_length = length;
  }
}

/* A name in the directory of `path` is about to change. What it named before gets a second name. */
static struct change *note_name(enum kind kind, const char *path) {
  struct stat status;
  char parent[PATH_MAX];
  snprintf(parent, sizeof parent, "%s", path);
  char *slash = strrchr(parent, '/');
  if (slash) *slash = 0;
  struct change *change = note(kind);
  change->path = strdup(path);
  if (stat(parent, &status) == 0) change->device = status.st_dev, change->inode = status.st_ino;
  if ((kind == renamed || kind == removed) && lstat(path, &status) == 0 && !S_ISDIR(status.st_mode)) {
    char saved[PATH_MAX];
    snprintf(saved, sizeof saved, "%s/.power", root);
    syscall(SYS_mkdirat, AT_FDCWD, saved, 0755);
    snprintf(saved, sizeof saved, "%s/.power/%d-%d", root, getpid(), saved_files++);
    if (syscall(SYS_linkat, AT_FDCWD, path, AT_FDCWD, saved, 0) == 0) change->saved = strdup(saved);
  }
  return change;
}

/* The last change came to nothing: the call failed. */
static void unnote(void) {
  struct change *change = newest;
  newest = change->before;
  forget(change);
}

static void take_back_bytes(struct change *change) {
  if (change->file < 0) return;
  if (change->old_length) syscall(SYS_pwrite64, change->file, change->old_bytes, change->old_length, change->offset);
  syscall(SYS_ftruncate, change->file, change->old_size);
}

static void do_again(struct change *change) {
  if (change->file < 0) return;
  if (change->kind == cut) syscall(SYS_ftruncate, change->file, change->new_size);
  size_t length = change->new_length;
  if (random_number() % 4 == 0) length /= 2; /* torn */
  if (length) syscall(SYS_pwrite64, change->file, change->new_bytes, length, change->offset);
}

static void take_back_name(struct change *change) {
  char lost[PATH_MAX];
  switch (change->kind) {
  case made: syscall(SYS_unlinkat, AT_FDCWD, change->path, 0); break;
  case made_directory:
    snprintf(lost, sizeof lost, "%s/.power/%d-%d", root, getpid(), saved_files++);
    syscall(SYS_renameat2, AT_FDCWD, change->path, AT_FDCWD, lost, 0);
    break;
  case renamed: syscall(SYS_renameat2, AT_FDCWD, change->path, AT_FDCWD, change->from, 0); /* and */ __attribute__((fallthrough));
  case removed:
    if (change->saved) syscall(SYS_renameat2, AT_FDCWD, change->saved, AT_FDCWD, change->path, 0);
    break;
  default: break;
  }
}

static int is_bytes(struct change *change) { return change->kind == wrote || change->kind == cut; }

static void fail_power(void) {
  char saved[PATH_MAX];
  snprintf(saved, sizeof saved, "%s/.power", root);
  syscall(SYS_mkdirat, AT_FDCWD, saved, 0755);
  size_t count = 0, names = 0;
  for (struct change *change = newest; change; change = change->before) count++, names += !is_bytes(change);
  size_t kept = seed && names ? random_number() % (names + 1) : 0;
  struct change **order = calloc(count + 1, sizeof *order);
  for (struct change *change = newest; change; change = change->before) order[--count] = change;
  for (size_t index = names; newest; newest = newest->before) {
    if (is_bytes(newest)) take_back_bytes(newest);
    else if (index-- > kept) take_back_name(newest);
  }
  for (size_t index = 0; seed && order[index]; index++)
    if (is_bytes(order[index]) && random_number() % 2) do_again(order[index]);
}

/* -- Steps ------------------------------------------------------------------------------------------------------ */

static void end_process(void) {
  syscall(SYS_kill, getpid(), SIGKILL);
  for (;;) pause();
}

/* A step: whether it is to fail, errno then set. The lock is held until leave(). */
static int enter(const char *call, const char *path) {
  if (at_power) pthread_mutex_lock(&lock);
  if (only_call && strcmp(only_call, call) != 0) return 0;
  long step = atomic_fetch_add(&steps, 1) + 1;
  if (log_file >= 0) {
    char line[PATH_MAX + 64];
    int length = snprintf(line, sizeof line, "%ld %s %s\n", step, call, path[strlen(root)] ? path + strlen(root) + 1 : ".");
    syscall(SYS_write, log_file, line, (size_t)length);
  }
  if (!fault_at || step < fault_at) return 0;
  if (at_power) fail_power();
  if (at_power || at_kill) end_process();
  if (!failure || (fail_count && step >= fault_at + fail_count)) return 0;
  if (while_file && syscall(SYS_faccessat, AT_FDCWD, while_file, F_OK) != 0) return 0;
  errno = failure;
  return 1;
}

static void leave(void) {
  int reason = errno;
  if (at_power) pthread_mutex_unlock(&lock);
  errno = reason;
}

static int counts(int file, char *path) { return root && path_of(file, path) && path[0] == '/' && is_below(path); }

static int counts_at(int directory, const char *name, char *path) {
  return root && path_at(directory, name, path) && is_below(path);
}

#define OPEN(name) \
  int name(const char *path, int flags, ...) { \
    va_list list; \
    va_start(list, flags); \
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(list, mode_t) : 0; \
    va_end(list); \
    return opened(AT_FDCWD, path, flags, mode); \
  }
#define OPENAT(name) \
  int name(int directory, const char *path, int flags, ...) { \
    va_list list; \
    va_start(list, flags); \
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(list, mode_t) : 0; \
    va_end(list); \
    return opened(directory, path, flags, mode); \
  }

static int opened(int directory, const char *name, int flags, mode_t mode) {
  char path[PATH_MAX];
  struct stat status;
  if (!(flags & (O_CREAT | O_WRONLY | O_RDWR)) || !counts_at(directory, name, path))
    return (int)syscall(SYS_openat, directory, name, flags, mode);
  if (enter("open", path)) return leave(), -1;
  int is_new = (flags & O_CREAT) && lstat(path, &status) != 0;
  if (at_power && is_new) note_name(made, path);
  int file = (int)syscall(SYS_openat, directory, name, flags, mode);
  if (at_power && is_new && file < 0) unnote();
  leave();
  return file;
}

OPEN(open)
OPEN(open64)
OPENAT(openat)
OPENAT(openat64)

static ssize_t wrote_bytes(int file, const void *bytes, size_t length, off_t offset, int is_placed) {
  char path[PATH_MAX];
  struct stat status;
  if (!counts(file, path)) {
    return is_placed ? syscall(SYS_pwrite64, file, bytes, length, offset) : syscall(SYS_write, file, bytes, length);
  }
  int fails = enter("write", path);
  size_t part = fails ? length / 2 : length;
  off_t place = offset;
  if (!is_placed) {
    place = lseek(file, 0, SEEK_CUR);
    if (fcntl(file, F_GETFL) & O_APPEND && fstat(file, &status) == 0) place = status.st_size;
  }
  if (at_power) note_bytes(wrote, file, place, bytes, part, 0);
  ssize_t count = 0;
  if (part || !fails)
    count = is_placed ? syscall(SYS_pwrite64, file, bytes, part, offset) : syscall(SYS_write, file, bytes, part);
  if (fails) errno = failure;
  leave();
  return fails ? -1 : count;
}

ssize_t write(int file, const void *bytes, size_t length) { return wrote_bytes(file, bytes, length, 0, 0); }
ssize_t pwrite(int file, const void *bytes, size_t length, off_t at) { return wrote_bytes(file, bytes, length, at, 1); }
ssize_t pwrite64(int file, const void *bytes, size_t length, off64_t at) {
  return wrote_bytes(file, bytes, length, at, 1);
}

int ftruncate(int file, off_t size) {
  char path[PATH_MAX];
  if (!counts(file, path)) return (int)syscall(SYS_ftruncate, file, size);
  if (enter("truncate", path)) return leave(), -1;
  if (at_power) note_bytes(cut, file, 0, NULL, 0, size);
  int status = (int)syscall(SYS_ftruncate, file, size);
  leave();
  return status;
}
int ftruncate64(int file, off64_t size) { return ftruncate(file, size); }

static int synced(int file, long call) {
  char path[PATH_MAX];
  if (!counts(file, path)) return (int)syscall(call, file);
  if (enter("fsync", path)) return leave(), -1;
  int status = at_power ? 0 : (int)syscall(call, file); /* the power that fails is not real: no disk has to wait */
  if (at_power) keep(file);
  leave();
  return status;
}

int fsync(int file) { return synced(file, SYS_fsync); }
int fdatasync(int file) { return synced(file, SYS_fdatasync); }

int renameat2(int from_directory, const char *from, int to_directory, const char *to, unsigned flags) {
  char old[PATH_MAX], new[PATH_MAX];
  if (!root || !path_at(from_directory, from, old) || !counts_at(to_directory, to, new))
    return (int)syscall(SYS_renameat2, from_directory, from, to_directory, to, flags);
  if (enter("rename", new)) return leave(), -1;
  if (at_power) note_name(renamed, new)->from = strdup(old);
  int status = (int)syscall(SYS_renameat2, from_directory, from, to_directory, to, flags);
  if (at_power && status != 0) {
    int reason = errno;
    unnote();
    errno = reason;
  }
  leave();
  return status;
}
int renameat(int from_directory, const char *from, int to_directory, const char *to) {
  return renameat2(from_directory, from, to_directory, to, 0);
}
int rename(const char *from, const char *to) { return renameat2(AT_FDCWD, from, AT_FDCWD, to, 0); }

int unlinkat(int directory, const char *name, int flags) {
  char path[PATH_MAX];
  struct stat status;
  if (!counts_at(directory, name, path) || lstat(path, &status) != 0)
    return (int)syscall(SYS_unlinkat, directory, name, flags);
  if (enter("unlink", path)) return leave(), -1;
  if (at_power && !(flags & AT_REMOVEDIR)) note_name(removed, path);
  int result = (int)syscall(SYS_unlinkat, directory, name, flags);
  leave();
  return result;
}
int unlink(const char *name) { return unlinkat(AT_FDCWD, name, 0); }

int mkdirat(int directory, const char *name, mode_t mode) {
  char path[PATH_MAX];
  struct stat status;
  if (!counts_at(directory, name, path) || lstat(path, &status) == 0)
    return (int)syscall(SYS_mkdirat, directory, name, mode);
  if (enter("mkdir", path)) return leave(), -1;
  if (at_power) note_name(made_directory, path);
  int result = (int)syscall(SYS_mkdirat, directory, name, mode);
  leave();
  return result;
}
int mkdir(const char *name, mode_t mode) { return mkdirat(AT_FDCWD, name, mode); }

/* -- The wall clock --------------------------------------------------------------------------------------------- */

int clock_gettime(clockid_t clock, struct timespec *time) {
  int status = (int)syscall(SYS_clock_gettime, clock, time);
  if (status == 0 && clock_shift && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
    time->tv_sec += *clock_shift;
  return status;
}

int gettimeofday(struct timeval *restrict time, void *restrict zone) {
  struct timespec now;
  (void)zone;
  if (clock_gettime(CLOCK_REALTIME, &now) != 0) return -1;
  time->tv_sec = now.tv_sec;
  time->tv_usec = now.tv_nsec / 1000;
  return 0;
}

time_t time(time_t *result) {
  struct timespec now;
  if (clock_gettime(CLOCK_REALTIME, &now) != 0) return -1;
  if (result) *result = now.tv_sec;
  return now.tv_sec;
}

/* -- Names ------------------------------------------------------------------------------------------------------ */

int getaddrinfo(const char *restrict name, const char *restrict service, const struct addrinfo *restrict hints,
                struct addrinfo **restrict result) {
  static atomic_int moves;
  int (*original)(const char *, const char *, const struct addrinfo *, struct addrinfo **) =
      (int (*)(const char *, const char *, const struct addrinfo *, struct addrinfo **))dlsym(RTLD_NEXT, "getaddrinfo");
  const char *resolver = getenv("RASID_FAULT_RESOLVER"), *seconds = resolver ? strchr(resolver, ':') : NULL;
  size_t length = name ? strlen(name) : 0;
  if (!seconds || length < 5 || strcmp(name + length - 5, ".test") != 0) return original(name, service, hints, result);
  if (strncmp(name, "slow", 4) == 0) {
    sleep((unsigned)number(seconds + 1));
    return EAI_AGAIN;
  }
  if (strncmp(name, "missing", 7) == 0) return EAI_NONAME;
  if (strncmp(name, "broken", 6) == 0) return EAI_AGAIN;
  if (strncmp(name, "moving", 6) == 0 && atomic_fetch_add(&moves, 1) % 2 == 1)
    return original("127.0.0.9", service, hints, result);
  char address[64] = {0};
  strncpy(address, resolver, (size_t)(seconds - resolver) < sizeof address ? (size_t)(seconds - resolver) : 0);
  return original(address, service, hints, result);
}
