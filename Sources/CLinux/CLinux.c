#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

int rasid_rename_without_replacing(int from_directory, const char *from, int to_directory, const char *to) {
  return renameat2(from_directory, from, to_directory, to, RENAME_NOREPLACE);
}

int rasid_exchange(const char *one, const char *other) {
  return renameat2(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE);
}

void rasid_malloc_trim(void) { malloc_trim(0); }

/* Takes no memory and leaves no mess: what is half done is taken up by the next start, as after a kill. */
_Noreturn void rasid_end_without_memory(void) {
  static const char message[] = "rasid: there is no memory left; ended, the next start goes on from here\n";
  ssize_t written = write(STDERR_FILENO, message, sizeof message - 1);
  (void)written;
  _exit(RASID_NO_MEMORY);
}

void *rasid_allocate(size_t size) {
  void *memory = malloc(size);
  if (memory == NULL && size > 0) rasid_end_without_memory();
  return memory;
}

void *rasid_allocate_zeroed(size_t count, size_t size) {
  void *memory = calloc(count, size);
  if (memory == NULL && count > 0 && size > 0) rasid_end_without_memory();
  return memory;
}

void *rasid_reallocate(void *memory, size_t size) {
  void *moved = realloc(memory, size);
  if (moved == NULL && size > 0) rasid_end_without_memory();
  return moved;
}

char *rasid_copy_text(const char *text) {
  char *copy = strdup(text);
  if (copy == NULL) rasid_end_without_memory();
  return copy;
}

int rasid_use_utf8_locale(void) { return setlocale(LC_CTYPE, "C.UTF-8") == NULL ? -1 : 0; }

const void *rasid_memmem(const void *haystack, size_t haystack_length, const void *needle, size_t needle_length) {
  return memmem(haystack, haystack_length, needle, needle_length);
}

int rasid_accept(int descriptor) { return accept4(descriptor, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK); }

const char *rasid_error_name(int number) { return strerrorname_np(number); }

int rasid_terminal_width(int descriptor) {
  struct winsize size;
  if (!isatty(descriptor)) return 0;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
  return size.ws_col;
}

long rasid_peer_user(int descriptor) {
  struct ucred peer;
  socklen_t length = sizeof peer;
  if (getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &peer, &length) != 0) return -1;
  return (long)peer.uid;
}

int rasid_poller(void) { return epoll_create1(EPOLL_CLOEXEC); }

int rasid_poller_set(int poller, int descriptor, int wish) {
  struct epoll_event event = {0};
  event.data.fd = descriptor;
  if (wish & RASID_READABLE) event.events |= EPOLLIN;
  if (wish & RASID_WRITABLE) event.events |= EPOLLOUT;
  if (wish == 0) return epoll_ctl(poller, EPOLL_CTL_DEL, descriptor, &event);
  if (epoll_ctl(poller, EPOLL_CTL_MOD, descriptor, &event) == 0) return 0;
  return errno == ENOENT ? epoll_ctl(poller, EPOLL_CTL_ADD, descriptor, &event) : -1;
}

int rasid_poller_wait(int poller, struct rasid_ready *ready, int capacity, int milliseconds) {
  struct epoll_event events[64];
  if (capacity > 64) capacity = 64;
  int count = epoll_wait(poller, events, capacity, milliseconds);
  for (int index = 0; index < count; index++) {
    unsigned state = events[index].events;
    ready[index].descriptor = events[index].data.fd;
    ready[index].state = (state & EPOLLIN ? RASID_READABLE : 0) | (state & EPOLLOUT ? RASID_WRITABLE : 0) |
                         (state & (EPOLLERR | EPOLLHUP) ? RASID_BROKEN : 0);
  }
  return count;
}

int rasid_doorbell(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }
