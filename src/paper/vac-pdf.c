/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-pdf"

#include "config.h"

#include <string.h>

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "vac-error.h"
#include "vac-pdf-private.h"
#include "vac-pdf.h"

/* What a posting's file has, about. */
#define USUAL_SIZE (64 << 10)

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* SOURCE_DATE_EPOCH, as the Reproducible Builds project defines it, as a date. */
static char *
get_epoch_date (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  g_autoptr (GDateTime) date = NULL;
  guint64 seconds;

  if (epoch == NULL || !g_ascii_string_to_unsigned (epoch, 10, 0, G_MAXINT64, &seconds, NULL))
    return NULL;

  date = g_date_time_new_from_unix_utc ((gint64) seconds);
  return date != NULL ? g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}

/* cairo would write the current time, and no two files would be identical. An empty date writes
 * none. */
static void
set_creation_date (cairo_surface_t *surface,
                   const char      *created)
{
  g_autofree char *epoch = get_epoch_date ();

  if (created == NULL || *created == '\0')
    created = epoch != NULL ? epoch : "";
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
}

static void
set_metadata (VacPaper        *self,
              cairo_surface_t *surface,
              const char      *created)
{
  VacOutline *outline = vac_paper_get_outline (self);
  const char *title = outline != NULL ? vac_outline_get_name (outline) : NULL;
  const char *author = outline != NULL ? vac_outline_get_author (outline) : NULL;

  if (title != NULL && *title != '\0')
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  if (author != NULL && *author != '\0')
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Vacancy " VAC_VERSION);
  set_creation_date (surface, created);
}

/* A heading's bookmark leads to a place a little above it. */
static void
add_bookmark (VacPaper        *self,
              cairo_surface_t *surface,
              const VacSlice  *slice,
              guint            page,
              int             *parent)
{
  g_autofree char *title = NULL;
  g_autofree char *target = NULL;
  int top = (int) (vac_paper_get_top (self) + slice->y);
  int id;

  if (slice->piece->block->text == NULL || slice->first > 0)
    return;

  title = g_strdelimit (g_strdup (slice->piece->block->text), "\n\t", ' ');
  target = g_strdup_printf ("page=%u pos=[0 %d]", page + 1, MAX (top - 8, 0));
  id = cairo_pdf_surface_add_outline (surface,
                                      slice->piece->level >= 2 ? *parent : CAIRO_PDF_OUTLINE_ROOT,
                                      title, target, CAIRO_PDF_OUTLINE_FLAG_OPEN);
  if (slice->piece->level < 2)
    *parent = id;
}

static void
add_bookmarks (VacPaper        *self,
               cairo_surface_t *surface)
{
  int parent = CAIRO_PDF_OUTLINE_ROOT;

  for (guint i = 0; i < vac_paper_get_n_pages (self); i++)
    {
      const VacSheet *page = vac_paper_get_page (self, i);

      for (guint j = 0; j < page->slices->len; j++)
        {
          const VacSlice *slice = &g_array_index (page->slices, VacSlice, j);

          if (slice->piece->kind == VAC_BLOCK_HEADING && slice->piece->block->text != NULL
              && *slice->piece->block->text != '\0')
            add_bookmark (self, surface, slice, i, &parent);
        }
    }
}

static void
draw_pages (VacPaper        *self,
            cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);
  guint n_pages = vac_paper_get_n_pages (self);

  cairo_tag_begin (cr, "Document", NULL);
  for (guint i = 0; i < n_pages; i++)
    {
      vac_pdf_draw_page (self, cr, i);
      /* Ended after the last page is shown, the tag would never reach the file. */
      if (i == n_pages - 1)
        cairo_tag_end (cr, "Document");
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
}

/* What is read in place of what is drawn, in its order. */
static GPtrArray *
list_alternatives (VacOutline *outline)
{
  GPtrArray *alternatives = g_ptr_array_new ();

  for (guint i = 0; i < vac_outline_get_n_blocks (outline); i++)
    {
      const VacBlock *block = vac_outline_get_block (outline, i);

      if (block->kind == VAC_BLOCK_PICTURE || block->kind == VAC_BLOCK_CHART)
        g_ptr_array_add (alternatives, block->text != NULL ? block->text : (char *) "");
    }

  return alternatives;
}

/**
 * vac_paper_write_pdf:
 * @self: pages
 * @created: (nullable): the file's creation date, in ISO 8601; %NULL for that of
 *   SOURCE_DATE_EPOCH, if there is one, else none
 * @error: return location for an error
 *
 * Writes the pages as PDF: text that can be selected, tags, bookmarks for the headings, working
 * links, title, author and language. The same pages give the same bytes.
 *
 * Returns: (transfer full) (nullable): the file; %NULL with @error set when cairo failed
 */
GBytes *
vac_paper_write_pdf (VacPaper    *self,
                     const char  *created,
                     GError     **error)
{
  g_autoptr (GByteArray) pdf = g_byte_array_sized_new (USUAL_SIZE);
  VacOutline *outline;
  cairo_surface_t *surface;
  cairo_status_t status;

  g_return_val_if_fail (VAC_IS_PAPER (self), NULL);

  outline = vac_paper_get_outline (self);
  surface = cairo_pdf_surface_create_for_stream (append_bytes, pdf,
                                                 vac_paper_get_setup (self)->width,
                                                 vac_paper_get_setup (self)->height);
  /* A later version would hide the catalog from vac_pdf_set_language() in a stream. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (self, surface, created);
  add_bookmarks (self, surface);
  draw_pages (self, surface);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, VAC_ERROR, VAC_ERROR_FAILED, _("The PDF could not be written: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }
  if (outline != NULL && vac_outline_get_language (outline) != NULL)
    {
      g_autoptr (GPtrArray) alternatives = list_alternatives (outline);

      vac_pdf_set_language (pdf, vac_outline_get_language (outline), alternatives);
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&pdf));
}

/* Postings made from one guide share most of their text, and to lay that out takes longer than all
 * else. */
static VacPaper *
take_kept_paper (const VacPageSetup *setup)
{
  static GPrivate kept = G_PRIVATE_INIT (g_object_unref);
  VacPaper *paper = g_private_get (&kept);

  if (paper == NULL)
    {
      paper = vac_paper_new (setup);
      g_private_set (&kept, paper);
    }
  vac_paper_set_setup (paper, setup);

  return g_object_ref (paper);
}

/**
 * vac_pdf_write:
 * @document: a posting
 * @outline: what is read of it
 * @options: paper and look
 * @error: return location for a sentence
 *
 * Returns: (transfer full) (nullable): the pages of @outline as PDF
 */
GBytes *
vac_pdf_write (VacDocument            *document,
               VacOutline             *outline,
               const VacExportOptions *options,
               GError                **error)
{
  const char *language = vac_outline_get_language (outline);
  const VacPageSetup setup = vac_export_options_get_page_setup (options, language);
  g_autoptr (VacPaper) paper = options->many ? take_kept_paper (&setup) : vac_paper_new (&setup);

  vac_paper_set_outline (paper, outline);
  return vac_paper_write_pdf (paper, vac_document_get_text (document, VAC_ROLE_POSTED), error);
}
