#ifndef RASID_CLINUX_H
#define RASID_CLINUX_H

#include <stddef.h>

/* Calls that the Glibc module of Swift does not offer. Each does what its namesake does and
   answers -1 with errno where the namesake does. */

/* renameat2(2) with RENAME_NOREPLACE: fails with EEXIST instead of replacing `to`. */
int rasid_rename_without_replacing(int from_directory, const char *from, int to_directory, const char *to);

/* renameat2(2) with RENAME_EXCHANGE: both names must exist and change places. */
int rasid_exchange(const char *one, const char *other);

/* malloc_trim(3): gives free memory at the top of the heaps back to the system. */
void rasid_malloc_trim(void);

/* malloc(3), calloc(3), realloc(3) and strdup(3) for libraries that do not get over a failure, or answer it with what may
   as well be a server's fault. Swift ends a process that gets no memory; these do the same, but say so on standard error
   and exit with RASID_NO_MEMORY, so that a service manager starts it again. What they give is freed by free(3). */
enum { RASID_NO_MEMORY = 71 /* EX_OSERR of sysexits.h */ };
void *rasid_allocate(size_t size);
void *rasid_allocate_zeroed(size_t count, size_t size);
void *rasid_reallocate(void *memory, size_t size);
char *rasid_copy_text(const char *text);
_Noreturn void rasid_end_without_memory(void);

/* setlocale(3) for LC_CTYPE only, to C.UTF-8. 0 when the locale was set. */
int rasid_use_utf8_locale(void);

/* memmem(3). */
const void *rasid_memmem(const void *haystack, size_t haystack_length, const void *needle, size_t needle_length);

/* The width of the terminal behind `descriptor` in columns, 0 when it is no terminal. */
int rasid_terminal_width(int descriptor);

/* accept4(2) without the peer's address: closed on exec, and neither it nor its peer is ever waited for; -1 when
   nobody waits. */
int rasid_accept(int listener);

/* strerrorname_np(3): "ENOSPC", NULL for what is no error number. */
const char *rasid_error_name(int number);

/* The user at the other end of a Unix socket, unix(7) SO_PEERCRED; -1 when the kernel does not tell. */
long rasid_peer_user(int descriptor);

/* epoll_create1(2), closed on exec. */
int rasid_poller(void);

/* What a descriptor is ready for, and what it is waited for. */
enum { RASID_READABLE = 1, RASID_WRITABLE = 2, RASID_BROKEN = 4 };

/* epoll_ctl(2): waits for what `wish` says of `descriptor`, whether or not it was waited for; for nothing with 0. */
int rasid_poller_set(int poller, int descriptor, int wish);

struct rasid_ready {
  int descriptor;
  int state;
};

/* epoll_wait(2): how many of `ready` were filled, at most 64. */
int rasid_poller_wait(int poller, struct rasid_ready *ready, int capacity, int milliseconds);

/* eventfd(2), closed on exec and never waited for. */
int rasid_doorbell(void);

#endif
