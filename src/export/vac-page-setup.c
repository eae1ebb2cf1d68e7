/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-page-setup"

#include "config.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>

#include "vac-page-setup.h"

/* The narrowest column of text that is still one: a margin gives way before it does. */
#define LEAST_TEXT 72.0

/* Territories that write on Letter. Source: Unicode CLDR 42, paperSize in measurementData. */
static const char letter_regions[][3] = {
  "BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE",
};

/* The region of a BCP 47 tag: the first subtag of two letters after the language. */
static gboolean
find_region (const char *language,
             char        region[3])
{
  g_auto (GStrv) subtags = g_strsplit_set (language, "-_", -1);

  for (guint i = 1; subtags[0] != NULL && subtags[i] != NULL; i++)
    if (strlen (subtags[i]) == 2)
      {
        region[0] = g_ascii_toupper (subtags[i][0]);
        region[1] = g_ascii_toupper (subtags[i][1]);
        region[2] = '\0';
        return TRUE;
      }

  return FALSE;
}

static gboolean
region_uses_letter (const char *region)
{
  for (guint i = 0; i < G_N_ELEMENTS (letter_regions); i++)
    if (strcmp (letter_regions[i], region) == 0)
      return TRUE;

  return FALSE;
}

/* glibc hands the paper's millimetres over in place of the pointer. */
static int
get_locale_paper_height (void)
{
#ifdef _NL_PAPER_HEIGHT
  return (int) GPOINTER_TO_SIZE (nl_langinfo (_NL_PAPER_HEIGHT));
#else
  return 0;
#endif
}

static gboolean
locale_names_a_place (void)
{
#ifdef LC_PAPER
  const char *name = setlocale (LC_PAPER, NULL);

  return name != NULL && strcmp (name, "POSIX") != 0 && strcmp (name, "C") != 0
         && !g_str_has_prefix (name, "C.");
#else
  return FALSE;
#endif
}

/* Limits a pair of margins to what leaves room for text between them. */
static void
fit_margins (double  length,
             double *before,
             double *after)
{
  double room = MAX (length - LEAST_TEXT, 0);
  double sum;

  *before = MAX (*before, 0);
  *after = MAX (*after, 0);
  sum = *before + *after;

  if (sum > room)
    {
      *before *= room / sum;
      *after *= room / sum;
    }
}

/**
 * vac_page_setup_init:
 * @self: (out): the setup
 * @size: a sheet
 *
 * Fills in the sheet with the margins that a posting has unless somebody chose others.
 */
void
vac_page_setup_init (VacPageSetup *self,
                     VacPaperSize  size)
{
  g_return_if_fail (self != NULL);

  *self = (VacPageSetup) {
    .width = size == VAC_PAPER_LETTER ? 612.0 : 210.0 / 25.4 * 72.0,
    .height = size == VAC_PAPER_LETTER ? 792.0 : 297.0 / 25.4 * 72.0,
  };
  vac_page_setup_set_margins (self, 60.0, 66.0, 62.0, 66.0);
}

/**
 * vac_page_setup_get_default:
 * @language: (nullable): of the document, as BCP 47
 *
 * Returns: the paper that the user's locale (LC_PAPER) puts in the printer; where the locale is
 *   nobody's (C, POSIX), the paper of the region in @language, else A4
 */
VacPaperSize
vac_page_setup_get_default (const char *language)
{
  char region[3];

  if (locale_names_a_place ())
    return get_locale_paper_height () == 279 ? VAC_PAPER_LETTER : VAC_PAPER_A4;
  if (language != NULL && find_region (language, region) && region_uses_letter (region))
    return VAC_PAPER_LETTER;
  return VAC_PAPER_A4;
}

/**
 * vac_page_setup_choose:
 * @self: (out caller-allocates): takes the sheet
 * @size: what the user chose: "letter", "a4", or anything else for the usual one
 * @one_page: whether all shall be made to fit on one page
 * @language: (nullable): of the posting
 *
 * What previews, exports and prints go by.
 */
void
vac_page_setup_choose (VacPageSetup *self,
                       const char *size,
                       gboolean one_page,
                       const char *language)
{
  g_return_if_fail (self != NULL && size != NULL);

  vac_page_setup_init (self, g_str_equal (size, "letter") ? VAC_PAPER_LETTER
                             : g_str_equal (size, "a4")   ? VAC_PAPER_A4
                                                          : vac_page_setup_get_default (language));
  self->one_page = one_page;
}

/**
 * vac_page_setup_set_margins:
 * @self: a setup whose sheet is known
 * @top: in points
 * @right: in points
 * @bottom: in points
 * @left: in points
 *
 * Sets the margins. Together they never take the whole sheet: an inch stays for the text.
 */
void
vac_page_setup_set_margins (VacPageSetup *self,
                            double        top,
                            double        right,
                            double        bottom,
                            double        left)
{
  g_return_if_fail (self != NULL);

  fit_margins (self->width, &left, &right);
  fit_margins (self->height, &top, &bottom);
  self->top = top;
  self->right = right;
  self->bottom = bottom;
  self->left = left;
}

/**
 * vac_page_setup_equal:
 * @a: a setup
 * @b: another one
 *
 * Returns: whether both give the same pages; lengths that differ by less than a thousandth of a
 *   point are the same
 */
gboolean
vac_page_setup_equal (const VacPageSetup *a,
                      const VacPageSetup *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->one_page == b->one_page && ABS (a->width - b->width) < 0.001 &&
         ABS (a->height - b->height) < 0.001 && ABS (a->top - b->top) < 0.001 &&
         ABS (a->right - b->right) < 0.001 && ABS (a->bottom - b->bottom) < 0.001 &&
         ABS (a->left - b->left) < 0.001;
}

/* A logo on paper, in points: 60 and 14 millimeters. */
#define PICTURE_WIDTH  (60 * 72 / 25.4)
#define PICTURE_HEIGHT (14 * 72 / 25.4)

/**
 * vac_page_setup_fit_picture:
 * @picture: a picture
 * @width: (out): in points
 * @height: (out): in points
 *
 * Returns in @width and @height how large the picture is on paper: as large as there is room above
 * a title, but with no fewer than 72 pixels to the inch, and with its own proportions.
 */
void
vac_page_setup_fit_picture (VacPicture *picture,
                            double     *width,
                            double     *height)
{
  double scale;

  g_return_if_fail (picture != NULL && width != NULL && height != NULL);

  scale = MIN (1, MIN (PICTURE_WIDTH / vac_picture_get_width (picture),
                       PICTURE_HEIGHT / vac_picture_get_height (picture)));
  *width = vac_picture_get_width (picture) * scale;
  *height = vac_picture_get_height (picture) * scale;
}
