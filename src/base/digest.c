/* Digests, from a library. */
#include "base/digest.h"

#include <nettle/sha2.h>

struct text digest_words(struct arena *a, struct text t)
{
    static const char hex[] = "0123456789abcdef";
    struct sha256_ctx sha;
    uint8_t digest[SHA256_DIGEST_SIZE];
    sha256_init(&sha);
    sha256_update(&sha, t.n, (const uint8_t *)t.at);
    sha256_digest(&sha, sizeof digest, digest);
    char *words = ARENA_ARRAY(a, char, DIGEST_LETTERS);
    for (size_t i = 0; i < sizeof digest; i++) {
        words[2 * i] = hex[digest[i] >> 4];
        words[2 * i + 1] = hex[digest[i] & 15];
    }
    return (struct text){words, DIGEST_LETTERS};
}
