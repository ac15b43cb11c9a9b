#ifndef CSPAWN_H
#define CSPAWN_H

#include <spawn.h>

/// What posix_spawn(3) can do in glibc beyond POSIX, which Swift does not see: the child begins in `folder`, and has no
/// file open from `descriptor` on.
int rasid_spawn_change_directory(posix_spawn_file_actions_t *actions, const char *folder);
int rasid_spawn_close_from(posix_spawn_file_actions_t *actions, int descriptor);

#endif
