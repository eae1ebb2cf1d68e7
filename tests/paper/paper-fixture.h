/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-outline-builder.h"
#include "vac-paper-private.h"
#include "vac-paper-words.h"

G_BEGIN_DECLS

typedef struct
{
  VacDocument *document;
  VacNode     *nodes[1200];   /* something for blocks to come from */
} PaperFixture;

static const char *const fixture_words[] = {
  "model", "production", "a", "data", "and", "the", "responsibility", "of", "pipeline", "team",
  "engineering", "with", "measure", "ünïcödé", "deploys", "R&D", "<b>", "C++", "日本語",
  "مرحبا",
};

static inline void
paper_fixture_init (PaperFixture *self)
{
  const VacField *field;

  self->document = vac_document_new ();
  field = vac_node_get_field (vac_document_get (self->document, VAC_ROLE_JOB_TITLE));
  for (guint i = 0; i < G_N_ELEMENTS (self->nodes); i++)
    self->nodes[i] = vac_node_new_leaf (field, "");
}

static inline void
paper_fixture_clear (PaperFixture *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->nodes); i++)
    g_clear_object (&self->nodes[i]);
  g_clear_object (&self->document);
}

static inline VacPaper *
create_sheets (VacOutline   *outline,
               VacPaperSize  size)
{
  VacPageSetup setup;
  VacPaper *paper;

  vac_page_setup_init (&setup, size);
  paper = vac_paper_new (&setup);
  vac_paper_set_outline (paper, outline);

  return paper;
}

/* Of two layouts of the same blocks. */
static inline void
assert_same_slices (const VacSheet *a,
                    const VacSheet *b)
{
  g_assert_cmpuint (a->slices->len, ==, b->slices->len);
  for (guint i = 0; i < a->slices->len; i++)
    {
      const VacSlice *x = &g_array_index (a->slices, VacSlice, i);
      const VacSlice *y = &g_array_index (b->slices, VacSlice, i);

      g_assert_cmpuint (x->position, ==, y->position);
      g_assert_cmpuint (x->first, ==, y->first);
      g_assert_cmpuint (x->n_lines, ==, y->n_lines);
      g_assert_cmpfloat (x->x, ==, y->x);
      g_assert_cmpfloat (x->width, ==, y->width);
      g_assert_cmpfloat (x->y, ==, y->y);
      g_assert_cmpfloat (x->height, ==, y->height);
      g_assert_cmpint (x->repeated, ==, y->repeated);
      g_assert_cmpint (x->rule, ==, y->rule);
    }
}

static inline void
assert_same_pages (VacPaper *a,
                   VacPaper *b)
{
  g_assert_cmpuint (vac_paper_get_n_pages (a), ==, vac_paper_get_n_pages (b));
  for (guint i = 0; i < vac_paper_get_n_pages (a); i++)
    assert_same_slices (vac_paper_get_page (a, i), vac_paper_get_page (b, i));
}

typedef struct
{
  VacNode *node;
  gsize    start;
  gsize    end;
  GArray  *found;   /* of VacPaperWords */
} PaperSearch;

static inline void
paper_search_add_cb (const VacPaperWords *words,
                     gpointer             user_data)
{
  g_array_append_vals (user_data, words, 1);
}

static inline void
paper_search_visit_cb (const VacPaperText *text,
                       gpointer            user_data)
{
  PaperSearch *self = user_data;

  if (vac_paper_text_get_node (text) == self->node)
    vac_paper_text_visit_words (text, self->start, self->end, paper_search_add_cb, self->found);
}

/* Where on the first page some bytes of a text are. */
static inline GArray *
find_words (VacPaper *paper,
            VacNode  *node,
            gsize     start,
            gsize     end)
{
  PaperSearch self = { node, start, end, g_array_new (FALSE, FALSE, sizeof (VacPaperWords)) };

  vac_paper_visit_texts (paper, 0, paper_search_visit_cb, &self);

  return self.found;
}

static inline char *
create_words (GRand *rand,
              guint  n_words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    {
      if (i > 0)
        g_string_append_c (text, g_rand_int_range (rand, 0, 40) == 0 ? '\n' : ' ');
      g_string_append (text, fixture_words[g_rand_int_range (rand, 0,
                                                             G_N_ELEMENTS (fixture_words))]);
    }

  return g_string_free (text, FALSE);
}

/* No part of an outline needs more nodes: a table of eleven rows and their heading. */
#define NODES_OF_PART 12

/* Appends a block that depends on @seed alone, or the rows of a table; each is of another node. */
static inline void
add_block (VacOutline     *outline,
           guint32         seed,
           VacNode *const *nodes)
{
  VacNode *node = nodes[0];
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  int kind = g_rand_int_range (rand, 0, 10);
  g_autofree char *text = create_words (rand, (guint) g_rand_int_range (rand, 1, 12));
  g_autofree char *prose = create_words (rand, (guint) g_rand_int_range (rand, 1, 160));

  if (kind < 2)
    vac_outline_add_heading (outline, kind == 0 ? 1 : 2, text, node);
  else if (kind < 4)
    vac_outline_add (outline, VAC_BLOCK_PARAGRAPH, prose, node);
  else if (kind == 4)
    vac_outline_add_labelled (outline, VAC_BLOCK_PARAGRAPH, "Label", prose, node);
  else if (kind < 8)
    vac_outline_add (outline, VAC_BLOCK_BULLET, text, node);
  else if (kind == 8)
    vac_outline_add_link (outline, "Apply", text, "https://example.com/", node);
  else
    {
      vac_outline_add_row (outline, TRUE, node, "Place", "Minimum", "Note", NULL);
      for (int n = g_rand_int_range (rand, 1, 12); n > 0; n--)
        vac_outline_add_row (outline, FALSE, nodes[n], text, "$120,000", n % 3 == 0 ? prose : "",
                             NULL);
    }
}

/* An outline of @n_seeds parts. */
static inline VacOutline *
create_outline (PaperFixture  *self,
                const guint32 *seeds,
                guint          n_seeds)
{
  VacOutline *outline = vac_outline_new_empty (self->document, VAC_AUDIENCE_CANDIDATE);
  static const char *const texts[] = { "Acme", "Austin, TX", "Hybrid" };
  g_autoptr (GArray) facts = vac_facts_new ();

  g_assert_cmpuint (3 + n_seeds * NODES_OF_PART + G_N_ELEMENTS (texts), <=,
                    G_N_ELEMENTS (self->nodes));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    vac_facts_add (facts, NULL, texts[i], self->nodes[G_N_ELEMENTS (self->nodes) - 1 - i]);

  vac_outline_add (outline, VAC_BLOCK_TITLE, "Machine Learning Engineer", self->nodes[0]);
  vac_outline_add_facts (outline, facts, self->nodes[1]);
  vac_outline_add (outline, VAC_BLOCK_PAY, "$120,000 – $180,000 per year", self->nodes[2]);
  for (guint i = 0; i < n_seeds; i++)
    add_block (outline, seeds[i], self->nodes + 3 + i * NODES_OF_PART);

  return outline;
}

static inline void
fill_seeds (guint32 *seeds,
            guint    n_seeds,
            guint32  seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (guint i = 0; i < n_seeds; i++)
    seeds[i] = g_rand_int (rand);
}

G_END_DECLS
