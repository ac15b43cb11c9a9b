/* Tells ThreadSanitizer what Swift's Mutex does where it cannot see it. Preloaded by `make sanitize`.

   The fast path of Synchronization.Mutex is compiled into the program and watched. The slow path, taken when two threads
   want the lock at once, lies in libswiftSynchronization.so, which is not, and in the kernel (a futex that is handed
   from one thread to the other): to the sanitizer nothing orders what they do inside the lock, and it reports races
   where there are none. These two functions stand before the library's own, call them, and say what happened: a lock is
   taken, a lock is given back. Nothing is suppressed: a race outside of the lock is reported as before. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>

#define SWIFT __attribute__((swiftcall))
#define SELF __attribute__((swift_context)) void *

extern void __tsan_acquire(void *address) __attribute__((weak));
extern void __tsan_release(void *address) __attribute__((weak));

#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"

SWIFT void lock_slow(uint32_t thread, SELF self) __asm__(LOCK);
SWIFT void unlock_slow(SELF self) __asm__(UNLOCK);

SWIFT void lock_slow(uint32_t thread, SELF self) {
  static SWIFT void (*real)(uint32_t, SELF);
  if (!real) real = (SWIFT void (*)(uint32_t, SELF))dlsym(RTLD_NEXT, LOCK);
  real(thread, self);
  if (__tsan_acquire) __tsan_acquire(self);
}

SWIFT void unlock_slow(SELF self) {
  static SWIFT void (*real)(SELF);
  if (!real) real = (SWIFT void (*)(SELF))dlsym(RTLD_NEXT, UNLOCK);
  if (__tsan_release) __tsan_release(self);
  real(self);
}
