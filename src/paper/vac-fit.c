/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-fit"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vac-fit.h"
#include "vac-outline-builder.h"
#include "vac-paper-private.h"

/* Says what would spare a last page with a few lines. Each way is laid out, none is guessed. */

/* How far a last page is used at most that is worth sparing, and so worth telling. */
#define WORTH_TELLING 0.35

/* Who leaves out more writes another posting. */
#define MOST_BULLETS 6

/* Lines side by side, in columns or in a row of a table, are one. */
static void
add_lines (GArray         *tops,
           const VacSlice *slice)
{
  const VacLine *first = &g_array_index (slice->piece->lines, VacLine, slice->first);

  for (guint i = 0; i < slice->n_lines; i++)
    {
      const double top = slice->y + first[i].top - first->top;
      gboolean known = FALSE;

      for (guint t = 0; t < tops->len && !known; t++)
        known = fabs (g_array_index (tops, double, t) - top) < 1.0;
      if (!known)
        g_array_append_val (tops, top);
    }
}

/**
 * vac_fit_count_lines:
 * @paper: pages
 *
 * Returns: how many lines stand on a last page that is used by a third at most; 0 otherwise
 */
guint
vac_fit_count_lines (VacPaper *paper)
{
  g_autoptr (GArray) tops = g_array_new (FALSE, FALSE, sizeof (double));
  const VacSheet *last;

  g_return_val_if_fail (VAC_IS_PAPER (paper), 0);

  if (vac_paper_get_last_share (paper) >= WORTH_TELLING)
    return 0;

  last = vac_paper_get_page (paper, vac_paper_get_n_pages (paper) - 1);
  for (guint i = 0; i < last->slices->len; i++)
    {
      const VacSlice *slice = &g_array_index (last->slices, VacSlice, i);

      if (slice->n_lines > 0 && !slice->repeated)
        add_lines (tops, slice);
    }

  return tops->len;
}

static gboolean
fits (const VacFit       *self,
      VacOutline         *outline,
      const VacPageSetup *setup)
{
  g_autoptr (VacPaper) paper = vac_paper_new (setup);

  vac_paper_set_outline (paper, outline);

  return vac_paper_get_n_pages (paper) <= self->n_pages;
}

/* Whether it fits with another look; the outline has its own again then. */
static gboolean
fits_with (const VacFit       *self,
           VacOutline         *outline,
           const VacPageSetup *setup,
           const VacLook      *look)
{
  const VacLook own = *vac_outline_get_look (outline);
  gboolean so;

  vac_outline_set_look (outline, look);
  so = fits (self, outline, setup);
  vac_outline_set_look (outline, &own);

  return so;
}

static void
find_look (VacFit             *self,
           VacOutline         *outline,
           const VacPageSetup *setup)
{
  const VacLook *own = vac_outline_get_look (outline);
  const VacChoice *pairs = vac_schema_get_field (VAC_ROLE_LOOK_TYPE)->choices;

  for (guint i = 0; vac_design_list ()[i] != NULL && self->design == NULL; i++)
    {
      VacLook look = *own;

      vac_look_set_design (&look, vac_design_list ()[i]);
      if (look.design != own->design && fits_with (self, outline, setup, &look))
        self->design = look.design;
    }
  for (guint i = 0; pairs[i].id != NULL && self->pair == NULL; i++)
    {
      VacLook look = *own;

      look.pair = vac_type_pair_find (pairs[i].id);
      if (look.pair != own->pair && fits_with (self, outline, setup, &look))
        self->pair = look.pair;
    }
}

static void
find_paper (VacFit             *self,
            VacOutline         *outline,
            const VacPageSetup *setup)
{
  VacPageSetup other;

  vac_page_setup_init (&other, VAC_PAPER_A4);
  self->size = setup->width == other.width ? VAC_PAPER_LETTER : VAC_PAPER_A4;
  vac_page_setup_init (&other, self->size);
  vac_page_setup_set_margins (&other, setup->top, setup->right, setup->bottom, setup->left);
  other.one_page = setup->one_page;
  self->paper = fits (self, outline, &other);
}

typedef struct
{
  guint position;   /* in the outline */
  guint n_lines;
} Bullet;

static int
compare_bullets (gconstpointer a,
                 gconstpointer b)
{
  const Bullet *x = a;
  const Bullet *y = b;

  if (x->n_lines != y->n_lines)
    return x->n_lines > y->n_lines ? -1 : 1;

  return x->position < y->position ? -1 : x->position > y->position;
}

/* Returns: (transfer full) (element-type Bullet): the longest first */
static GArray *
list_bullets (VacPaper *paper)
{
  GArray *bullets = g_array_new (FALSE, FALSE, sizeof (Bullet));

  for (guint i = 0; i < vac_paper_get_n_pages (paper); i++)
    {
      const VacSheet *sheet = vac_paper_get_page (paper, i);

      for (guint s = 0; s < sheet->slices->len; s++)
        {
          const VacSlice *slice = &g_array_index (sheet->slices, VacSlice, s);
          const Bullet bullet = { slice->position, vac_piece_get_n_lines (slice->piece) };

          if (slice->piece->kind == VAC_BLOCK_BULLET && slice->first == 0)
            g_array_append_val (bullets, bullet);
        }
    }
  g_array_sort (bullets, compare_bullets);

  return bullets;
}

/* Returns: (transfer full): the outline without the first bullets of a list */
static VacOutline *
leave_out (VacOutline   *outline,
           const GArray *bullets,
           guint         n)
{
  VacOutline *rest = vac_outline_new_like (outline);

  for (guint i = 0; i < vac_outline_get_n_blocks (outline); i++)
    {
      gboolean out = FALSE;
      VacBlock copy;

      for (guint b = 0; b < n && !out; b++)
        out = g_array_index (bullets, Bullet, b).position == i;
      if (out)
        continue;
      copy = vac_block_copy (vac_outline_get_block (outline, i));
      vac_outline_take_block (rest, &copy);
    }

  return rest;
}

static void
find_bullets (VacFit             *self,
              VacPaper           *paper,
              VacOutline         *outline,
              const VacPageSetup *setup)
{
  g_autoptr (GArray) bullets = list_bullets (paper);

  for (guint n = 1; n <= MIN (bullets->len, MOST_BULLETS) && self->n_bullets == 0; n++)
    {
      g_autoptr (VacOutline) rest = leave_out (outline, bullets, n);

      if (fits (self, rest, setup))
        self->n_bullets = n;
    }
}

/**
 * vac_fit_find:
 * @self: (out caller-allocates): what would spare the last page
 * @paper: pages
 *
 * Finds what would spare a last page with a few lines, by laying the pages out in each way: that
 * takes as long as a dozen postings. Where there is no such page, all of @self is 0.
 */
void
vac_fit_find (VacFit   *self,
              VacPaper *paper)
{
  VacOutline *outline;
  const VacPageSetup *setup;

  g_return_if_fail (self != NULL && VAC_IS_PAPER (paper));

  *self = (VacFit) { 0 };
  outline = vac_paper_get_outline (paper);
  setup = vac_paper_get_setup (paper);
  self->n_lines = vac_fit_count_lines (paper);
  if (self->n_lines == 0 || outline == NULL)
    return;

  self->n_pages = vac_paper_get_n_pages (paper) - 1;
  find_bullets (self, paper, outline, setup);
  find_look (self, outline, setup);
  find_paper (self, outline, setup);
}

/**
 * vac_fit_say_lines:
 * @self: what would spare a page; @n_lines and @n_pages alone have to be known
 *
 * Returns: (transfer full): how much is too much, in the language of the interface
 */
char *
vac_fit_say_lines (const VacFit *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->n_pages == 1)
    return g_strdup_printf (ngettext ("%u line over one page", "%u lines over one page",
                                      self->n_lines),
                            self->n_lines);

  /* Translators: the posting has some lines more than these pages hold. There are two pages or
   * more. */
  return g_strdup_printf (ngettext ("%u line over %u pages", "%u lines over %u pages",
                                    self->n_lines),
                          self->n_lines, self->n_pages);
}

static const char *
get_label (VacRole     role,
           const char *id)
{
  const VacChoice *choices = vac_schema_get_field (role)->choices;

  for (guint i = 0; choices[i].id != NULL; i++)
    if (g_str_equal (choices[i].id, id))
      return _(choices[i].label);

  return id;
}

/**
 * vac_fit_say:
 * @self: what would spare a page
 * @way: one of the ways
 *
 * Returns: (transfer full) (nullable): what to do, in the language of the interface; %NULL where
 *   that way does not help
 */
char *
vac_fit_say (const VacFit *self,
             VacFitWay     way)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (way)
    {
    case VAC_FIT_BULLETS:
      return self->n_bullets == 0
                 ? NULL
                 : g_strdup_printf (ngettext ("Leave out the longest bullet",
                                              "Leave out the %u longest bullets",
                                              self->n_bullets),
                                    self->n_bullets);
    case VAC_FIT_DESIGN:
      return self->design == NULL
                 ? NULL
                 : g_strdup_printf (_("Choose the design “%s”"),
                                    get_label (VAC_ROLE_LOOK_DESIGN, self->design->id));
    case VAC_FIT_TYPE:
      return self->pair == NULL ? NULL
                                : g_strdup_printf (_("Choose the type “%s”"),
                                                   get_label (VAC_ROLE_LOOK_TYPE, self->pair->id));
    case VAC_FIT_PAPER:
      return !self->paper ? NULL
                          : g_strdup (self->size == VAC_PAPER_A4 ? _("Use A4 paper")
                                                                 : _("Use Letter paper"));
    case VAC_N_FIT_WAYS:
    default:
      return NULL;
    }
}
