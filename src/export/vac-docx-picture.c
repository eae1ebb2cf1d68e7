/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-docx-picture"

#include "config.h"

#include "vac-docx-private.h"
#include "vac-plain.h"

/* DrawingML measures in English metric units, 12,700 to the point. */
#define EMU 12700

#define DRAWING "http://schemas.openxmlformats.org/drawingml/2006/"

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
  GString *out = g_string_new (NULL);
  double width, height;
  guint x, y;

  vac_page_setup_fit_picture (block->picture, &width, &height);
  x = MAX ((guint) (width * EMU), 1);
  y = MAX ((guint) (height * EMU), 1);

  g_string_append_printf (out, "<w:r><w:drawing><wp:inline xmlns:wp=\"" DRAWING
                               "wordprocessingDrawing\" distT=\"0\" distB=\"0\" distL=\"0\" "
                               "distR=\"0\"><wp:extent cx=\"%u\" cy=\"%u\"/><wp:docPr id=\"1\" "
                               "name=\"Logo\" descr=\"", x, y);
  vac_plain_escape (out, alternative);
  g_string_append (out, "\"/><wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a=\"" DRAWING
                        "main\" noChangeAspect=\"1\"/></wp:cNvGraphicFramePr><a:graphic xmlns:a=\""
                        DRAWING "main\"><a:graphicData uri=\"" DRAWING "picture\"><pic:pic "
                        "xmlns:pic=\"" DRAWING "picture\"><pic:nvPicPr><pic:cNvPr id=\"1\" "
                        "name=\"Logo\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip "
                        "r:embed=\"" VAC_DOCX_PICTURE_ID "\"/><a:stretch><a:fillRect/></a:stretch>"
                        "</pic:blipFill>");
  g_string_append_printf (out, "<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"%u\" "
                               "cy=\"%u\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/>"
                               "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>"
                               "</wp:inline></w:drawing></w:r>", x, y);

  return g_string_free (out, FALSE);
}
