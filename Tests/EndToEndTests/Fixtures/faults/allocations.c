/* Allocations of one library that fail: preloaded into rasid by the fault tests.

     RASID_ALLOCATION_OF    the library, by the beginning of its file's name: libcurl.so. Without it nothing happens.
     RASID_ALLOCATION_AT    the number of the allocation that fails, from 1; 0 for none
     RASID_ALLOCATION_MORE  set when all that follow fail as well
     RASID_ALLOCATION_LOG   a file that gets the number of allocations when the process ends

   Only calls right from the library's own code count: what others allocate on its behalf is theirs. Of a library that
   is given an allocator (xmlMemSetup, curl_global_init_mem) those through it count, and no others. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);

static uintptr_t code_start, code_end;
static long fails_at;
static int fails_on;
static atomic_long allocations;
static const char *watched;
/* This thread is inside an allocator that the library was given. */
static _Thread_local int is_given;

static int is_watched(const char *library) { return watched && strcmp(library, watched) == 0; }

static int look_at(struct dl_phdr_info *library, size_t size, void *wanted) {
  (void)size;
  const char *name = strrchr(library->dlpi_name, '/');
  if (strncmp(name ? name + 1 : library->dlpi_name, wanted, strlen(wanted)) != 0) return 0;
  for (int index = 0; index < library->dlpi_phnum; index++) {
    const ElfW(Phdr) *part = &library->dlpi_phdr[index];
    if (part->p_type != PT_LOAD || !(part->p_flags & PF_X)) continue;
    code_end = library->dlpi_addr + part->p_vaddr + part->p_memsz;
    code_start = library->dlpi_addr + part->p_vaddr;
  }
  return 1;
}

__attribute__((constructor)) static void begin(void) {
  const char *library = getenv("RASID_ALLOCATION_OF"), *at = getenv("RASID_ALLOCATION_AT");
  if (!library) return;
  watched = library;
  fails_at = at ? atol(at) : 0;
  fails_on = getenv("RASID_ALLOCATION_MORE") != NULL;
  dl_iterate_phdr(look_at, (void *)library);
}

__attribute__((destructor)) static void end(void) {
  const char *path = getenv("RASID_ALLOCATION_LOG");
  int file = path ? open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644) : -1;
  if (file < 0) return;
  dprintf(file, "%ld\n", atomic_load(&allocations));
  close(file);
}

static int fails(void *caller) {
  if (!is_given && ((uintptr_t)caller < code_start || (uintptr_t)caller >= code_end)) return 0;
  long number = atomic_fetch_add(&allocations, 1) + 1;
  if (!fails_at || (fails_on ? number < fails_at : number != fails_at)) return 0;
  errno = ENOMEM;
  return 1;
}

#define FAIL_OR(call) return fails(__builtin_return_address(0)) ? NULL : (call)

void *malloc(size_t size) { FAIL_OR(__libc_malloc(size)); }
void *calloc(size_t count, size_t size) { FAIL_OR(__libc_calloc(count, size)); }
void *realloc(void *memory, size_t size) { FAIL_OR(__libc_realloc(memory, size)); }

static char *copied(const char *text, size_t length) {
  char *copy = __libc_malloc(length + 1);
  if (!copy) return NULL;
  copy[length] = 0;
  return memcpy(copy, text, length);
}

#undef strdup
char *strdup(const char *text) { FAIL_OR(copied(text, strlen(text))); }

static void *(*given_malloc)(size_t);
static void *(*given_calloc)(size_t, size_t);
static void *(*given_realloc)(void *, size_t);
static char *(*given_strdup)(const char *);

#define INSIDE(type, call) \
  is_given++;              \
  type result = (call);    \
  is_given--;              \
  return result

static void *inside_malloc(size_t size) { INSIDE(void *, given_malloc(size)); }
static void *inside_calloc(size_t count, size_t size) { INSIDE(void *, given_calloc(count, size)); }
static void *inside_realloc(void *memory, size_t size) { INSIDE(void *, given_realloc(memory, size)); }
static char *inside_strdup(const char *text) { INSIDE(char *, given_strdup(text)); }

int xmlMemSetup(
    void (*free)(void *), void *(*malloc)(size_t), void *(*realloc)(void *, size_t), char *(*strdup)(const char *)) {
  int (*real)(void *, void *, void *, void *) = dlsym(RTLD_NEXT, "xmlMemSetup");
  if (!is_watched("libxml2.so")) return real(free, malloc, realloc, strdup);
  code_start = code_end = 0;
  given_malloc = malloc, given_realloc = realloc, given_strdup = strdup;
  return real(free, inside_malloc, inside_realloc, inside_strdup);
}

int curl_global_init_mem(
    long flags, void *(*malloc)(size_t), void (*free)(void *), void *(*realloc)(void *, size_t),
    char *(*strdup)(const char *), void *(*calloc)(size_t, size_t)) {
  int (*real)(long, void *, void *, void *, void *, void *) = dlsym(RTLD_NEXT, "curl_global_init_mem");
  if (!is_watched("libcurl.so")) return real(flags, malloc, free, realloc, strdup, calloc);
  code_start = code_end = 0;
  given_malloc = malloc, given_calloc = calloc, given_realloc = realloc, given_strdup = strdup;
  return real(flags, inside_malloc, free, inside_realloc, inside_strdup, inside_calloc);
}
