/* JSON straight into a buffer: what derivations are written with.  Private to batch/.
 *
 * Floor: batch.  Numbers are texts, exact: a decimal where one of at most DERIVATION_PLACES places
 * says all, else a fraction in lowest terms. */
#ifndef KEN_BATCH_DERIVATION_PUT_H
#define KEN_BATCH_DERIVATION_PUT_H

#include "base/buffer.h"
#include "value/unit.h"
#include "value/value.h"

enum { DERIVATION_PLACES = 12 };

/* `t` as JSON has it, quotes included. */
struct text quoted(struct arena *a, struct text t);
void put_quoted(struct buffer *b, struct text t);

void put_whole(struct buffer *b, long long n);
void put_number(struct buffer *b, struct number n); /* null for what is over */
void put_date(struct buffer *b, struct date d);     /* C.E. */

/* Any value.  A number is said in `unit`, with its words, where there is one. */
void put_value(struct buffer *b, struct value v, const struct unit *unit);

/* `,"key":` and what stands behind it. */
void put_key(struct buffer *b, struct text key);
void put_member(struct buffer *b, struct text key, struct number n);
void put_member_whole(struct buffer *b, struct text key, long long n);
void put_member_text(struct buffer *b, struct text key, struct text t);

/* [score, value] and the like. */
void put_pair(struct buffer *b, struct number first, struct number second);

#endif
