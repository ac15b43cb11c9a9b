#ifndef RASID_CLIBCURL_H
#define RASID_CLIBCURL_H

#include <curl/curl.h>
#include <string.h>

/* curl_easy_setopt and its kin are variadic: one typed shim for each kind of argument. */
static inline CURLcode rasid_curl_set_long(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode rasid_curl_set_off(CURL *handle, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode rasid_curl_set_string(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode rasid_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode rasid_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
  return curl_easy_setopt(handle, option, value);
}
typedef size_t (*rasid_curl_data_callback)(char *bytes, size_t size, size_t count, void *context);
static inline CURLcode rasid_curl_set_data_callback(
    CURL *handle, CURLoption option, rasid_curl_data_callback callback) {
  return curl_easy_setopt(handle, option, callback);
}
typedef curl_socket_t (*rasid_curl_socket_callback)(
    void *context, curlsocktype purpose, struct curl_sockaddr *address);
static inline CURLcode rasid_curl_set_socket_callback(
    CURL *handle, CURLoption option, rasid_curl_socket_callback callback) {
  return curl_easy_setopt(handle, option, callback);
}
static inline CURLcode rasid_curl_set_close_callback(CURL *handle, curl_closesocket_callback callback) {
  return curl_easy_setopt(handle, CURLOPT_CLOSESOCKETFUNCTION, callback);
}
static inline CURLcode rasid_curl_set_ready_callback(CURL *handle, curl_prereq_callback callback) {
  return curl_easy_setopt(handle, CURLOPT_PREREQFUNCTION, callback);
}
static inline CURLcode rasid_curl_set_context_callback(CURL *handle, curl_ssl_ctx_callback callback) {
  return curl_easy_setopt(handle, CURLOPT_SSL_CTX_FUNCTION, callback);
}
static inline CURLcode rasid_curl_get_long(CURL *handle, CURLINFO info, long *value) {
  return curl_easy_getinfo(handle, info, value);
}
static inline CURLcode rasid_curl_get_off(CURL *handle, CURLINFO info, curl_off_t *value) {
  return curl_easy_getinfo(handle, info, value);
}
static inline CURLcode rasid_curl_get_string(CURL *handle, CURLINFO info, char **value) {
  return curl_easy_getinfo(handle, info, value);
}
static inline CURLMcode rasid_curl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
  return curl_multi_setopt(multi, option, value);
}
static inline CURLMcode rasid_curl_multi_set_pointer(CURLM *multi, CURLMoption option, void *value) {
  return curl_multi_setopt(multi, option, value);
}
static inline CURLMcode rasid_curl_multi_set_socket_callback(CURLM *multi, curl_socket_callback callback) {
  return curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, callback);
}
static inline CURLMcode rasid_curl_multi_set_timer_callback(CURLM *multi, curl_multi_timer_callback callback) {
  return curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, callback);
}
static inline int rasid_curl_uses_openssl(void) {
  const char *library = curl_version_info(CURLVERSION_NOW)->ssl_version;
  return library != NULL && strncmp(library, "OpenSSL/", 8) == 0;
}
/* OpenSSL's object for the connection that the handle uses now, NULL when it has none. */
static inline void *rasid_curl_tls_connection(CURL *handle) {
  struct curl_tlssessioninfo *session = NULL;
  if (curl_easy_getinfo(handle, CURLINFO_TLS_SSL_PTR, &session) != CURLE_OK || session == NULL) return NULL;
  return session->backend == CURLSSLBACKEND_OPENSSL ? session->internals : NULL;
}
/* CURL_GLOBAL_ALL is a macro of macros. */
static inline CURLcode rasid_curl_global_init(
    curl_malloc_callback allocate, curl_free_callback release, curl_realloc_callback reallocate,
    curl_strdup_callback copy, curl_calloc_callback allocate_zeroed) {
  return curl_global_init_mem(CURL_GLOBAL_ALL, allocate, release, reallocate, copy, allocate_zeroed);
}
/* The result of a finished transfer sits in a union. */
static inline CURLcode rasid_curl_message_result(const CURLMsg *message) { return message->data.result; }

#endif
