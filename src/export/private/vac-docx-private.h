/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-outline.h"
#include "vac-export-options.h"

G_BEGIN_DECLS

/* In twentieths of a point, as everywhere in WordprocessingML. */
#define VAC_DOCX_TEXT_WIDTH 9360

/* Word takes 63; no table of ours has a tenth of that. */
#define VAC_DOCX_MOST_COLUMNS 32

/* Relations of the document to styles, numbering and settings come before those to links. */
#define VAC_DOCX_FIRST_LINK 4

/* The parts of a WordprocessingML file (ECMA-376); only the DOCX exporter uses them. */
char *vac_docx_write_document (VacOutline             *outline,
                               const VacExportOptions *options,
                               GPtrArray              *links,
                               GPtrArray              *charts);
char *vac_docx_write_links    (GPtrArray          *links,
                               gboolean            has_picture,
                               guint               n_charts);
char *vac_docx_write_picture  (const VacBlock     *block);
char *vac_docx_write_chart    (const VacBlock     *block,
                               guint               number,
                               double              width,
                               double              height);
GArray *vac_docx_share_width (VacOutline               *outline,
                               guint                   first,
                               guint                   end,
                               guint                  *size,
                               guint                  *margin);
char *vac_docx_write_styles   (const char         *language,
                                const VacLook *look);
char *vac_docx_write_section   (const VacPageSetup *setup,
                                const char         *flow,
                                gboolean            continuous,
                                guint               columns);
char *vac_docx_write_settings (const char         *language);

extern const char vac_docx_content_types[];
extern const char vac_docx_relations[];
extern const char vac_docx_numbering[];
extern const char vac_docx_application[];

/* The part and the relation of the one picture that there is. */
#define VAC_DOCX_PICTURE "media/logo.png"
#define VAC_DOCX_PICTURE_ID "rIdLogo"

/* Those of a chart, each with its number from 1. */
#define VAC_DOCX_CHART "media/chart%u.png"
#define VAC_DOCX_CHART_ID "rIdChart%u"

#define VAC_DOCX_PROLOGUE "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define VAC_DOCX_MAIN "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define VAC_DOCX_OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define VAC_DOCX_PACKAGE "http://schemas.openxmlformats.org/package/2006"

G_END_DECLS
