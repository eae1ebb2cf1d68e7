/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/HTMLparser.h>

G_BEGIN_DECLS

/* Lists of words have a blank before and after each. */

htmlDocPtr vac_html_parse         (const char *text,
                                   gsize       length,
                                   gboolean   *cut);
xmlNode   *vac_html_get_next      (xmlNode    *node,
                                   xmlNode    *root);
xmlNode   *vac_html_find          (xmlNode    *root,
                                   const char *name);
gsize      vac_html_measure       (xmlNode    *root);
gboolean   vac_html_is_named      (xmlNode    *node,
                                   const char *name);
gboolean   vac_html_is_one_of     (xmlNode    *node,
                                   const char *names);
gboolean   vac_html_is_hidden     (xmlNode    *node);
char      *vac_html_dup_attribute (xmlNode    *node,
                                   const char *name);
gboolean   vac_html_says          (xmlNode    *node,
                                   const char *name,
                                   const char *part);
gboolean   vac_html_is_called     (xmlNode    *node,
                                   const char *attribute,
                                   const char *names);
gboolean   vac_html_has_word      (const char *word,
                                   const char *names);

G_END_DECLS
