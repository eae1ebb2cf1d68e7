/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-package.h"

G_BEGIN_DECLS

/* The element that is being read. */
typedef struct _VacXml VacXml;

/**
 * VacXmlHandler:
 * @names: the elements that it knows, such as "w:p", with the prefixes of this program; the
 *   position is their number, and the first one, 0, stands for all others
 * @n_names: how many
 * @begin: returns whether to read what is in it; if not, @end is not called for it
 * @end: (nullable): the element is over
 * @text: (nullable): characters; a text may come in several pieces
 */
typedef struct
{
  const char *const *names;
  guint              n_names;
  gboolean         (*begin) (gpointer     data,
                             guint        element,
                             VacXml      *xml);
  void             (*end)   (gpointer     data,
                             guint        element);
  void             (*text)  (gpointer     data,
                             const char  *text,
                             gsize        length);
} VacXmlHandler;

void     vac_xml_prepare     (void);
gboolean vac_xml_read        (GBytes              *bytes,
                              const VacXmlHandler *handler,
                              gpointer             data,
                              GError             **error);
gboolean vac_xml_read_member (VacPackage          *package,
                              const char          *name,
                              const VacXmlHandler *handler,
                              gpointer             data,
                              GError             **error);
void     vac_xml_stop        (VacXml              *self);
guint    vac_xml_get_depth   (VacXml              *self);
char    *vac_xml_dup         (VacXml              *self,
                              const char          *attribute);
int      vac_xml_get_int     (VacXml              *self,
                              const char          *attribute,
                              int                  otherwise);

/* Elements are nested at most so deep. */
#define VAC_XML_MAX_DEPTH 250

G_END_DECLS
