/* Digests, from a library. */
#include "base/digest.h"

#include <nettle/sha2.h>

struct text digest_of_parts(struct arena *a, const struct text *parts, size_t n)
{
    static const char hex[] = "0123456789abcdef";
    struct sha256_ctx sha;
    uint8_t digest[SHA256_DIGEST_SIZE];
    sha256_init(&sha);
    for (size_t i = 0; i < n; i++)
        sha256_update(&sha, parts[i].n, (const uint8_t *)parts[i].at);
    sha256_digest(&sha, sizeof digest, digest);
    char *words = ARENA_ARRAY(a, char, DIGEST_LETTERS);
    for (size_t i = 0; i < sizeof digest; i++) {
        words[2 * i] = hex[digest[i] >> 4];
        words[2 * i + 1] = hex[digest[i] & 15];
    }
    return (struct text){words, DIGEST_LETTERS};
}

struct text digest_words(struct arena *a, struct text t)
{
    return digest_of_parts(a, &t, 1);
}
