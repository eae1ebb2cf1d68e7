/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-export-docx"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-docx-private.h"
#include "vac-error.h"
#include "vac-exporters.h"
#include "vac-gsf.h"
#include "vac-plain.h"

/* What a zip file can say: years 1980 to 2107 (APPNOTE.TXT 4.4.6, MS-DOS date). */
#define FIRST_YEAR 1980
#define LAST_YEAR  2107

static GDateTime *
read_epoch (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds;

  if (epoch == NULL || !g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT32 * G_GINT64_CONSTANT (4),
                                                  &seconds, NULL))
    return NULL;

  return g_date_time_new_from_unix_utc (seconds);
}

/* Every file carries the day of posting, not that of the export: same input, same bytes. */
static GDateTime *
get_time (VacDocument *document)
{
  GDateTime *time = read_epoch ();
  g_autofree char *posted = NULL;

  if (time == NULL)
    {
      posted = g_strconcat (vac_document_get_text (document, VAC_ROLE_POSTED), "T00:00:00Z", NULL);
      time = g_date_time_new_from_iso8601 (posted, NULL);
    }
  if (time != NULL &&
      (g_date_time_get_year (time) < FIRST_YEAR || g_date_time_get_year (time) > LAST_YEAR))
    g_clear_pointer (&time, g_date_time_unref);

  return time != NULL ? time : g_date_time_new_utc (FIRST_YEAR, 1, 1, 0, 0, 0);
}

static void
append_element (GString    *out,
                const char *element,
                const char *text)
{
  g_autofree char *line = vac_plain_line (text);

  if (*line == '\0')
    return;
  g_string_append_printf (out, "<%s>", element);
  vac_plain_escape (out, line);
  g_string_append_printf (out, "</%s>", element);
}

static char *
write_properties (VacOutline *outline,
                  GDateTime  *time)
{
  GString *out = g_string_new (VAC_DOCX_PROLOGUE
    "<cp:coreProperties xmlns:cp=\"" VAC_DOCX_PACKAGE "/metadata/core-properties\" "
    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
    "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">");
  g_autofree char *stamp = g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");

  append_element (out, "dc:title", vac_outline_get_name (outline));
  append_element (out, "dc:creator", vac_outline_get_author (outline));
  append_element (out, "dc:language", vac_outline_get_language (outline));
  g_string_append_printf (out, "<dcterms:created xsi:type=\"dcterms:W3CDTF\">%s</dcterms:created>",
                          stamp);
  g_string_append_printf (out,
                          "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">%s</dcterms:modified>",
                          stamp);
  g_string_append (out, "</cp:coreProperties>");

  return g_string_free (out, FALSE);
}

static gboolean
add_bytes (GsfOutfile   *zip,
           const char   *path,
           const guint8 *content,
           gsize         length,
           GDateTime    *time)
{
  const VacGsf *gsf = vac_gsf ();
  GsfOutput *part = gsf->gsf_outfile_new_child_full (zip, path, FALSE, "modtime", time, NULL);
  gboolean written;

  if (part == NULL)
    return FALSE;
  written = gsf->gsf_output_write (part, length, content) && gsf->gsf_output_close (part);
  g_object_unref (part);

  return written;
}

static gboolean
add_part (GsfOutfile *zip,
          const char *path,
          const char *content,
          GDateTime  *time)
{
  return add_bytes (zip, path, (const guint8 *) content, strlen (content), time);
}

static gboolean
add_picture (GsfOutfile *zip,
             VacPicture *picture,
             GDateTime  *time)
{
  GBytes *png = vac_picture_get_png (picture);

  return add_bytes (zip, "word/" VAC_DOCX_PICTURE, g_bytes_get_data (png, NULL),
                    g_bytes_get_size (png), time);
}

static gboolean
add_charts (GsfOutfile *zip,
            GPtrArray  *charts,
            GDateTime  *time)
{
  for (guint i = 0; i < charts->len; i++)
    {
      GBytes *png = g_ptr_array_index (charts, i);
      g_autofree char *path = g_strdup_printf ("word/" VAC_DOCX_CHART, i + 1);

      if (!add_bytes (zip, path, g_bytes_get_data (png, NULL), g_bytes_get_size (png), time))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_parts (GsfOutfile             *zip,
           VacOutline             *outline,
           const VacExportOptions *options,
           GDateTime              *time)
{
  g_autoptr (GPtrArray) uris = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) charts =
    g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  const char *language = vac_outline_get_language (outline);
  g_autofree char *document = vac_docx_write_document (outline, options, uris, charts);
  const VacBlock *logo = vac_outline_get_picture (outline);
  g_autofree char *links = vac_docx_write_links (uris, logo != NULL, charts->len);
  g_autofree char *styles = vac_docx_write_styles (language, vac_outline_get_look (outline));
  g_autofree char *settings = vac_docx_write_settings (language);
  g_autofree char *properties = write_properties (outline, time);

  return add_part (zip, "[Content_Types].xml", vac_docx_content_types, time) &&
         add_part (zip, "_rels/.rels", vac_docx_relations, time) &&
         add_part (zip, "word/document.xml", document, time) &&
         add_part (zip, "word/_rels/document.xml.rels", links, time) &&
         (logo == NULL || add_picture (zip, logo->picture, time)) &&
         add_charts (zip, charts, time) &&
         add_part (zip, "word/styles.xml", styles, time) &&
         add_part (zip, "word/numbering.xml", vac_docx_numbering, time) &&
         add_part (zip, "word/settings.xml", settings, time) &&
         add_part (zip, "docProps/core.xml", properties, time) &&
         add_part (zip, "docProps/app.xml", vac_docx_application, time);
}

static gboolean
write_zip (GsfOutput              *sink,
           VacDocument            *document,
           VacOutline             *outline,
           const VacExportOptions *options,
           GError                **error)
{
  g_autoptr (GDateTime) time = get_time (document);
  GsfOutfile *zip = vac_gsf ()->gsf_outfile_zip_new (sink, error);
  gboolean written;

  if (zip == NULL)
    return FALSE;
  written = add_parts (zip, outline, options, time);
  written = vac_gsf ()->gsf_output_close ((GsfOutput *) zip) && written;
  if (!written)
    g_set_error_literal (error, VAC_ERROR, VAC_ERROR_FAILED,
                         _("The Word document could not be put together."));
  g_object_unref (zip);

  return written;
}

static GBytes *
write_docx (VacDocument            *document,
            VacOutline             *outline,
            const VacExportOptions *options,
            GError                **error)
{
  GsfOutput *sink;
  GBytes *bytes = NULL;

  sink = vac_gsf ()->gsf_output_memory_new ();
  if (write_zip (sink, document, outline, options, error))
    bytes = g_bytes_new (vac_gsf ()->gsf_output_memory_get_bytes ((GsfOutputMemory *) sink),
                         (gsize) vac_gsf ()->gsf_output_size (sink));
  g_object_unref (sink);

  return bytes;
}

const VacExporter vac_docx_exporter = {
  .id = "docx",
  .extension = "docx",
  .mime_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  .label = N_("Word Document"),
  .purpose = N_("For those who edit further in Word or LibreOffice"),
  .from_outline = TRUE,
  .write = write_docx,
};
