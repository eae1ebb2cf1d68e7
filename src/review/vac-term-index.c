/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-term-index"

#include "config.h"

#include <string.h>

#include "vac-term-index.h"

/*
 * What patterns of whole words begin with, as a tree of characters in which all of them share their
 * beginnings. A text is walked once, and at most words the tree is left at the first or second
 * letter; only patterns whose beginning was there need to be tried. What the tree cannot follow,
 * such as a repetition or “\w”, ends a beginning, so that it says “maybe” too often, and never
 * “no” where a pattern matches.
 */

/* A branch: a character of ASCII in lower case, or this for all others. Two of those are the same
 * as letters of ASCII in any case; they count as these. */
#define OTHER 128
#define N_SYMBOLS (OTHER + 1)
#define LONG_S 0x017f
#define KELVIN 0x212a

/* In characters. Longer beginnings would tell more terms from what is often written, but there are
 * too many of them: “ability to (?:stand|sit|walk)”. */
#define LONGEST 8

/* Node 0 is the root, and no branch leads back to it. */
typedef struct
{
  guint8  symbol;
  guint8  depth;
  guint32 symbols;   /* of its children, by their last five bits */
  guint   child;     /* the first of them; 0 for none */
  guint   sibling;   /* the next one */
  guint   ends;      /* the first beginning that ends here, in VacTermIndex.ends; 0 for none */
} Node;

typedef struct
{
  guint number;
  guint next;       /* another that ends at the same node; 0 for none */
} End;

struct _VacTermIndex
{
  GArray *nodes;
  GArray *ends;
  guint   firsts[N_SYMBOLS];               /* the children of the root, by symbol */
  guint   seconds[N_SYMBOLS][N_SYMBOLS];   /* and theirs, which are asked for at most words */
};

static inline guint
to_symbol (const char *p)
{
  gunichar c;

  if ((guchar) *p < OTHER)
    return (guchar) (g_ascii_isupper (*p) ? *p | 0x20 : *p);
  c = g_utf8_get_char (p);

  return c == LONG_S ? 's' : c == KELVIN ? 'k' : OTHER;
}

static inline Node *
get_node (const VacTermIndex *self,
          guint               node)
{
  return &g_array_index (self->nodes, Node, node);
}

static inline guint32
get_bit (guint symbol)
{
  return (guint32) 1 << (symbol & 31);
}

static inline guint
find_child (const VacTermIndex *self,
            guint               node,
            guint               symbol)
{
  const Node *parent = get_node (self, node);
  guint child;

  if (parent->depth <= 1)
    return node == 0 ? self->firsts[symbol] : self->seconds[parent->symbol][symbol];
  if ((parent->symbols & get_bit (symbol)) == 0)
    return 0;
  for (child = parent->child; child != 0; child = get_node (self, child)->sibling)
    if (get_node (self, child)->symbol == symbol)
      break;

  return child;
}

/**
 * vac_term_index_new:
 *
 * Returns: (transfer full): an index of no patterns
 */
VacTermIndex *
vac_term_index_new (void)
{
  VacTermIndex *self = g_new0 (VacTermIndex, 1);

  self->nodes = g_array_new (FALSE, TRUE, sizeof (Node));
  self->ends = g_array_new (FALSE, TRUE, sizeof (End));
  g_array_set_size (self->nodes, 1);
  g_array_set_size (self->ends, 1);

  return self;
}

/**
 * vac_term_index_free:
 * @self: (transfer full): an index
 */
void
vac_term_index_free (VacTermIndex *self)
{
  g_array_unref (self->nodes);
  g_array_unref (self->ends);
  g_free (self);
}

/* --- Reading patterns --- */

/* One pattern that is read. */
typedef struct
{
  VacTermIndex *index;
  guint         number;
} Run;

/* What is to follow a part of a pattern. */
typedef struct _Rest Rest;
struct _Rest
{
  const char *at;
  const char *end;
  const Rest *next;   /* (nullable) */
};

/* How often a piece stands: once, unless one of these. */
typedef struct
{
  gboolean may_be_missing;
  gboolean may_repeat;
} Times;

static void
end_here (Run   *run,
          guint  node)
{
  GArray *ends = run->index->ends;
  const End end = { run->number, get_node (run->index, node)->ends };

  if (end.next != 0 && g_array_index (ends, End, end.next).number == run->number)
    return;
  get_node (run->index, node)->ends = ends->len;
  g_array_append_val (ends, end);
}

static guint
take_child (Run   *run,
            guint  node,
            guint  symbol)
{
  VacTermIndex *self = run->index;
  const guint found = find_child (self, node, symbol);
  Node *parent = get_node (self, node);
  const Node child = { (guint8) symbol, parent->depth + 1, 0, 0, parent->child, 0 };

  if (found != 0)
    return found;
  if (node == 0)
    self->firsts[symbol] = self->nodes->len;
  else if (parent->depth == 1)
    self->seconds[parent->symbol][symbol] = self->nodes->len;
  parent->symbols |= get_bit (symbol);
  parent->child = self->nodes->len;
  g_array_append_val (self->nodes, child);

  return self->nodes->len - 1;
}

/* The end of what is at @at: an escape, a class, a group, or a character. */
static const char *
skip_piece (const char *at)
{
  if (*at == '\\' && at[1] != '\0')
    return g_utf8_next_char (at + 1);
  if (*at == '[')
    {
      at += at[1] == '^' ? 2 : 1;
      for (at += *at == ']'; *at != '\0' && *at != ']'; at++)
        at += *at == '\\' && at[1] != '\0';
      return *at == ']' ? at + 1 : at;
    }
  if (*at == '(')
    {
      for (at++; *at != '\0' && *at != ')';)
        at = skip_piece (at);
      return *at == ')' ? at + 1 : at;
    }

  return g_utf8_next_char (at);
}

/* Reads what may stand behind a piece. Returns: where the next piece begins */
static const char *
take_times (const char *at,
            Times      *times)
{
  *times = (Times) { *at == '?' || *at == '*', *at == '*' || *at == '+' };
  if (*at == '{')
    {
      *times = (Times) { at[1] == '0' || at[1] == ',', TRUE };
      at += strcspn (at, "}");
    }
  else if (!times->may_be_missing && !times->may_repeat)
    return at;
  at += *at != '\0';

  /* "a+?", "a?+" */
  return at + (*at == '?' || *at == '+');
}

/* Whether @at looks at what is there, and takes nothing of it. */
static gboolean
is_assertion (const char *at)
{
  if (*at == '\\')
    return at[1] == 'b' || at[1] == 'K';
  if (*at == '(' && at[1] == '?')
    return at[2] == '!' || (at[2] == '<' && (at[3] == '=' || at[3] == '!'));

  return *at == '^' || *at == '$';
}

/* What it sees has to follow, whatever else the pattern says. */
static gboolean
is_look_ahead (const char *at)
{
  return *at == '(' && at[1] == '?' && at[2] == '=';
}

/* Returns: (nullable): what is inside the group at @at; %NULL for another piece, or a group that is
 * not just one of alternatives */
static const char *
get_group (const char *at)
{
  if (*at != '(' || at[1] != '?')
    return NULL;
  at += 2;
  if (*at == '-')
    at++;
  if (*at == 'i')
    at++;

  return *at == ':' ? at + 1 : NULL;
}

/* What stands between brackets in a class; “…” is one of the characters outside of ASCII. */
#define DIGITS "0-9…"
#define SPACES " \t\n\v\f\r…"

/* Finds the characters that the piece at @at stands for, as they would be between the brackets of a
 * class. Returns: whether that is known */
static gboolean
get_members (const char  *at,
             const char **members,
             const char **end)
{
  *members = *at == '\\' || *at == '[' ? at + 1 : at;
  *end = skip_piece (at);
  if (*at == '\\' && (at[1] == 'd' || at[1] == 's'))
    {
      *members = at[1] == 'd' ? DIGITS : SPACES;
      *end = *members + strlen (*members);
      return TRUE;
    }
  if (*at == '\\')
    return at[1] != '\0' && !g_ascii_isalnum (at[1]);
  if (*at != '[')
    return strchr (".(){}*+?", *at) == NULL;
  *end -= 1;

  return **end == ']' && strcspn (*members, "\\[^") >= (gsize) (*end - *members);
}

static void follow_any (Run        *run,
                        guint       node,
                        const char *at,
                        const char *end,
                        const Rest *rest);

static void follow (Run        *run,
                    guint       node,
                    const char *at,
                    const char *end,
                    const Rest *rest);

static void
follow_symbol (Run        *run,
               guint       node,
               guint       symbol,
               const Rest *next)
{
  follow (run, take_child (run, node, symbol), next->at, next->end, next->next);
}

/* Goes on from @node with each of the characters from @members to @end. */
static void
follow_members (Run        *run,
                guint       node,
                const char *members,
                const char *end,
                const Rest *next)
{
  while (members < end)
    {
      const char *last = g_utf8_next_char (members);

      if (last == end || *last != '-' || ++last == end)
        {
          follow_symbol (run, node, to_symbol (members), next);
          members = g_utf8_next_char (members);
          continue;
        }
      if (!g_ascii_isalnum (*members) || !g_ascii_isalnum (*last))
        {
          end_here (run, node);
          return;
        }
      for (char c = *members; c <= *last; c++)
        follow_symbol (run, node, to_symbol (&c), next);
      members = last + 1;
    }
}

/* Goes on from @node with what the pattern says from @at on, and with @rest after @end. What
 * repeats ends the beginning, unless it is one character. */
static void
follow (Run        *run,
        guint       node,
        const char *at,
        const char *end,
        const Rest *rest)
{
  const char *group, *after, *members = NULL, *end_of_piece = NULL;
  gboolean goes_on;
  Rest next, again;
  Times times;

  while (at < end && is_assertion (at))
    at = skip_piece (at);
  if (at == end && rest != NULL)
    {
      follow (run, node, rest->at, rest->end, rest->next);
      return;
    }
  if (at < end && is_look_ahead (at))
    {
      follow_any (run, node, at + strlen ("(?="), skip_piece (at) - 1, NULL);
      return;
    }
  group = at < end ? get_group (at) : NULL;
  if (at == end || get_node (run->index, node)->depth == LONGEST ||
      (group == NULL && !get_members (at, &members, &end_of_piece)))
    {
      end_here (run, node);
      return;
    }
  after = take_times (skip_piece (at), &times);
  if (times.may_be_missing)
    follow (run, node, after, end, rest);
  goes_on = !times.may_repeat ||
            (members != NULL && g_utf8_next_char (members) == end_of_piece && after[-1] != '}');
  next = goes_on ? (Rest) { after, end, rest } : (Rest) { end, end, NULL };
  again = (Rest) { at, end, rest };
  if (group != NULL)
    follow_any (run, node, group, skip_piece (at) - 1, &next);
  else
    follow_members (run, node, members, end_of_piece, &next);
  if (goes_on && times.may_repeat)
    follow_members (run, node, members, end_of_piece, &again);
}

/* As follow(), with each of the alternatives from @at to @end. */
static void
follow_any (Run        *run,
            guint       node,
            const char *at,
            const char *end,
            const Rest *rest)
{
  const char *start = at;

  for (; at < end; at = skip_piece (at))
    if (*at == '|')
      {
        follow (run, node, start, at, rest);
        start = at + 1;
      }
  follow (run, node, start, end, rest);
}

/**
 * vac_term_index_add:
 * @self: an index
 * @pattern: a pattern of GRegex, in any case, for whole words; not an extended one
 * @number: what vac_term_index_find() calls it
 */
void
vac_term_index_add (VacTermIndex *self,
                    const char   *pattern,
                    guint         number)
{
  Run run = { self, number };

  follow_any (&run, 0, pattern, pattern + strlen (pattern), NULL);
}

/* --- Finding --- */

/* Notes where the patterns may begin whose beginnings end at @node. */
static inline void
note_ends (const VacTermIndex *self,
           guint               node,
           gsize               start,
           GArray             *starts)
{
  for (guint end = get_node (self, node)->ends; end != 0;)
    {
      const End *found = &g_array_index (self->ends, End, end);
      const VacTermStart noted = { found->number, start };

      g_array_append_val (starts, noted);
      end = found->next;
    }
}

static gboolean
is_of_word (char c)
{
  return g_ascii_isalnum (c) || c == '_';
}

/**
 * vac_term_index_find:
 * @self: an index
 * @text: valid UTF-8
 * @starts: (element-type VacTermStart): takes where a pattern may begin in @text; some stand twice
 */
void
vac_term_index_find (const VacTermIndex *self,
                     const char         *text,
                     GArray             *starts)
{
  for (const char *p = text; *p != '\0';)
    {
      guint node = 0;

      for (const char *at = p;; at = g_utf8_next_char (at))
        {
          note_ends (self, node, (gsize) (p - text), starts);
          if (*at == '\0')
            break;
          node = find_child (self, node, to_symbol (at));
          if (node == 0)
            break;
        }
      /* After what no letter is in front of. A character outside of ASCII may be one or not. */
      while (is_of_word (*p))
        p++;
      if (*p != '\0')
        p = g_utf8_next_char (p);
    }
}
