/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-package-part"

#include "config.h"

#include <string.h>

#include "vac-package-part.h"
#include "vac-xml.h"

typedef struct
{
  const char *folder;   /* of what is related to others, with the slash */
  const char *type;     /* what to find, such as "/styles" */
  const char *id;       /* nullable: or of which id */
  char       *part;

  VacTargetFunc func;   /* nullable: is told of all that are of the type */
  gpointer      data;
} Relation;

static gboolean
begin_relation (gpointer data,
                guint    element,
                VacXml  *xml)
{
  Relation *self = data;
  g_autofree char *type = element > 0 ? vac_xml_dup (xml, "Type") : NULL;
  g_autofree char *target = element > 0 ? vac_xml_dup (xml, "Target") : NULL;
  g_autofree char *id = element > 0 ? vac_xml_dup (xml, "Id") : NULL;

  if (type == NULL || target == NULL || !g_str_has_suffix (type, self->type))
    return TRUE;
  if (self->func != NULL && id != NULL)
    self->func (id, target, self->data);
  if (self->func == NULL && self->part == NULL &&
      (self->id == NULL || g_strcmp0 (id, self->id) == 0))
    self->part = *target == '/' ? g_strdup (target + 1)
                                : g_strconcat (self->folder, target, NULL);

  return TRUE;
}

/* Reads what @part of @package says of its relations into @relation. */
static void
read_relations (VacPackage *package,
                const char *part,
                Relation   *relation)
{
  static const char *const names[] = { "", "rel:Relationship" };
  static const VacXmlHandler handler = { names, G_N_ELEMENTS (names), begin_relation, NULL, NULL };
  const char *slash = strrchr (part, '/');
  g_autofree char *folder = g_strndup (part, slash != NULL ? (gsize) (slash - part) + 1 : 0);
  g_autofree char *name = g_strconcat (folder, "_rels/", part + strlen (folder), ".rels", NULL);
  g_autoptr (GBytes) bytes = vac_package_read (package, name, NULL);

  relation->folder = folder;
  if (bytes != NULL)
    vac_xml_read (bytes, &handler, relation, NULL);
  relation->folder = NULL;
}

/**
 * vac_package_find_part:
 * @package: a document of Office (ECMA-376, part 2)
 * @part: a part of it; "" for the package itself
 * @type: how the other part is related to it: the end of a type, such as "/styles"
 * @id: (nullable): of which id the relation is, %NULL for the first of that type
 * @usual: (nullable): what the other part is called mostly
 *
 * Returns: (transfer full) (nullable): the other part; @usual when the package does not say which
 */
char *
vac_package_find_part (VacPackage *package,
                       const char *part,
                       const char *type,
                       const char *id,
                       const char *usual)
{
  Relation relation = { .type = type, .id = id };

  read_relations (package, part, &relation);
  if (relation.part != NULL && vac_package_has (package, relation.part))
    return relation.part;
  g_free (relation.part);

  return g_strdup (usual);
}

/**
 * vac_package_foreach_target:
 * @package: a document of Office (ECMA-376, part 2)
 * @part: a part of it
 * @type: the end of a type of relations, such as "/hyperlink"
 * @func: (scope call): is told of each relation of that type, as the file has them
 * @data: for @func
 */
void
vac_package_foreach_target (VacPackage   *package,
                            const char   *part,
                            const char   *type,
                            VacTargetFunc func,
                            gpointer      data)
{
  Relation relation = { .type = type, .func = func, .data = data };

  g_return_if_fail (package != NULL && part != NULL && type != NULL && func != NULL);

  read_relations (package, part, &relation);
}
