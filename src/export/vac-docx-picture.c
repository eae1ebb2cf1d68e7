/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-docx-picture"

#include "config.h"

#include "vac-docx-private.h"
#include "vac-plain.h"

/* DrawingML measures in English metric units, 12,700 to the point. */
#define EMU 12700

#define DRAWING "http://schemas.openxmlformats.org/drawingml/2006/"

/* A run that shows the part of a relation, in place of which @alternative is read. Sizes are in
 * points; each drawing of a file has a number of its own. */
static char *
write_drawing (const char *relation,
               const char *name,
               guint       number,
               const char *alternative,
               double      width,
               double      height)
{
  GString *out = g_string_new (NULL);
  const guint x = MAX ((guint) (width * EMU), 1);
  const guint y = MAX ((guint) (height * EMU), 1);

  g_string_append_printf (out, "<w:r><w:drawing><wp:inline xmlns:wp=\"" DRAWING
                               "wordprocessingDrawing\" distT=\"0\" distB=\"0\" distL=\"0\" "
                               "distR=\"0\"><wp:extent cx=\"%u\" cy=\"%u\"/><wp:docPr id=\"%u\" "
                               "name=\"%s\" descr=\"", x, y, number, name);
  vac_plain_escape (out, alternative);
  g_string_append_printf (out, "\"/><wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a=\"" DRAWING
                               "main\" noChangeAspect=\"1\"/></wp:cNvGraphicFramePr><a:graphic "
                               "xmlns:a=\"" DRAWING "main\"><a:graphicData uri=\"" DRAWING
                               "picture\"><pic:pic xmlns:pic=\"" DRAWING "picture\"><pic:nvPicPr>"
                               "<pic:cNvPr id=\"%u\" name=\"%s\"/><pic:cNvPicPr/></pic:nvPicPr>"
                               "<pic:blipFill><a:blip r:embed=\"%s\"/><a:stretch><a:fillRect/>"
                               "</a:stretch></pic:blipFill>", number, name, relation);
  g_string_append_printf (out, "<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"%u\" "
                               "cy=\"%u\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/>"
                               "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>"
                               "</wp:inline></w:drawing></w:r>", x, y);

  return g_string_free (out, FALSE);
}

/*
 * vac_docx_write_picture:
 * @block: a picture
 *
 * Returns: (transfer full): a run that shows the part VAC_DOCX_PICTURE, with its text alternative
 */
char *
vac_docx_write_picture (const VacBlock *block)
{
  g_autofree char *alternative = vac_plain_line (block->text);
  double width, height;

  vac_page_setup_fit_picture (block->picture, &width, &height);

  return write_drawing (VAC_DOCX_PICTURE_ID, "Logo", 1, alternative, width, height);
}

/*
 * vac_docx_write_chart:
 * @block: a chart
 * @number: which one of the file, from 1
 * @width: how wide it is shown, in points
 * @height: how tall
 *
 * Returns: (transfer full): a run that shows its part, with its text alternative
 */
char *
vac_docx_write_chart (const VacBlock *block,
                      guint           number,
                      double          width,
                      double          height)
{
  g_autofree char *alternative = vac_plain_line (block->text);
  g_autofree char *relation = g_strdup_printf (VAC_DOCX_CHART_ID, number);
  g_autofree char *name = g_strdup_printf ("Chart %u", number);

  return write_drawing (relation, name, number + 1, alternative, width, height);
}
