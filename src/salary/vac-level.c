/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-level"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-level.h"

/* The split that is shown until the manager makes another. It is arithmetic and not market data:
 * equal quarters, labelled as such. Shares are tenths of a percent. */
static const struct
{
  const char *name;
  const char *hourly;   /* nobody is a junior packer */
  gint64      from;
  gint64      to;
} default_levels[] = {
  { N_("Junior"), N_("Entry"), 0, 250 },
  { N_("Mid"), N_("Experienced"), 250, 500 },
  { N_("Senior"), N_("Senior"), 500, 750 },
  { N_("Lead"), N_("Lead"), 750, 1000 },
};

static const char *
get_default_name (VacDocument *document,
                  guint        i)
{
  const gboolean is_hourly = g_str_equal (vac_document_get_text (document, VAC_ROLE_PAY_PERIOD),
                                          VAC_PERIOD_HOUR);

  return _(is_hourly ? default_levels[i].hourly : default_levels[i].name);
}

static void
pay_level_free (VacPayLevel *level)
{
  g_clear_object (&level->node);
  g_free (level->name);
  g_free (level);
}

static VacPayRange
take_share (const VacPayRange *range,
            gint64             from,
            gint64             to,
            VacMoney           step)
{
  VacPayRange share = { 0, 0 };

  if (!vac_pay_range_is_known (range))
    return share;
  share.minimum = vac_pay_range_get_share (range, from, step);
  share.maximum = vac_pay_range_get_share (range, to, step);

  return share;
}

static VacPayLevel *
read_level (VacNode           *node,
            const VacPayRange *range,
            VacMoney           step)
{
  VacPayLevel *level = g_new0 (VacPayLevel, 1);
  VacMoney from, to;
  gboolean has_to;

  level->node = g_object_ref (node);
  level->name = g_strdup (vac_node_get_member_text (node, VAC_ROLE_LEVEL_NAME));
  level->include = vac_node_get_member_toggle (node, VAC_ROLE_LEVEL_INCLUDE);
  level->is_share = !g_str_equal (vac_node_get_member_text (node, VAC_ROLE_LEVEL_BASIS),
                                  VAC_BASIS_AMOUNT);

  /* A level may begin at nothing, but one that ends nowhere pays nobody knows what. */
  vac_node_get_member_money (node, VAC_ROLE_LEVEL_FROM, &from);
  has_to = vac_node_get_member_money (node, VAC_ROLE_LEVEL_TO, &to);
  if (has_to && level->is_share)
    level->range = take_share (range, from / VAC_MONEY_ONE, to / VAC_MONEY_ONE, step);
  else if (has_to)
    level->range = (VacPayRange) { from, to };

  return level;
}

/**
 * vac_pay_levels_new:
 * @document: a posting
 * @range: the range that shares are taken of: the posting's own or a place's
 * @step: what shares are rounded to a multiple of
 *
 * A level's "from" and "to" are tenths of a percent of @range (0 to 1000) or, where the level's
 * basis is %VAC_BASIS_AMOUNT, amounts that hold for every range. A posting that defines none has
 * the default split into Junior, Mid, Senior and Lead by equal quarters; one that pays by the hour,
 * into Entry, Experienced, Senior and Lead.
 *
 * Returns: (transfer full) (element-type VacPayLevel): the levels in their order
 */
GPtrArray *
vac_pay_levels_new (VacDocument       *document,
                    const VacPayRange *range,
                    VacMoney           step)
{
  GPtrArray *levels;
  VacNode *list;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (range != NULL, NULL);

  levels = g_ptr_array_new_with_free_func ((GDestroyNotify) pay_level_free);
  list = vac_document_get (document, VAC_ROLE_LEVELS);
  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    {
      VacNode *node = vac_node_get_child (list, i);

      if (vac_node_get_kind (node) == VAC_KIND_RECORD)
        g_ptr_array_add (levels, read_level (node, range, step));
    }
  if (levels->len > 0)
    return levels;

  for (guint i = 0; i < G_N_ELEMENTS (default_levels); i++)
    {
      VacPayLevel *level = g_new0 (VacPayLevel, 1);

      level->name = g_strdup (get_default_name (document, i));
      level->is_share = TRUE;
      level->range = take_share (range, default_levels[i].from, default_levels[i].to, step);
      g_ptr_array_add (levels, level);
    }

  return levels;
}

/**
 * vac_pay_levels_get_progression:
 * @levels: (element-type VacPayLevel): levels
 * @index: which one
 * @tenths: (out): how far its midpoint lies over that of the level before it, in tenths of a
 *   percent of that, rounded half away from zero; negative where it lies under it
 *
 * Returns: whether there is a level before it, and both midpoints are known
 */
gboolean
vac_pay_levels_get_progression (GPtrArray *levels,
                                guint      index,
                                gint64    *tenths)
{
  const VacPayLevel *level, *before;

  g_return_val_if_fail (levels != NULL && index < levels->len && tenths != NULL, FALSE);

  if (index == 0)
    return FALSE;
  level = g_ptr_array_index (levels, index);
  before = g_ptr_array_index (levels, index - 1);

  return vac_pay_range_is_known (&level->range) && vac_pay_range_is_known (&before->range) &&
         vac_pay_get_difference_tenths (vac_pay_range_get_twice_midpoint (&level->range),
                                        vac_pay_range_get_twice_midpoint (&before->range), tenths);
}

/**
 * vac_pay_levels_get_progression_title:
 *
 * Returns: (transfer none): what the steps between midpoints are called, in the language of the
 *   interface
 */
const char *
vac_pay_levels_get_progression_title (void)
{
  return _("Midpoint progression");
}

/**
 * vac_pay_levels_explain_progression:
 *
 * Returns: (transfer full): what it is and, on a line of its own, how it is computed, in the
 *   language of the interface
 */
char *
vac_pay_levels_explain_progression (void)
{
  return g_strdup_printf ("%s\n%s",
                          _("How much more the midpoint of a level is than that of the level "
                            "before it."),
                          _("midpoint ÷ midpoint of the level before − 1"));
}

/**
 * vac_pay_levels_are_default:
 * @document: a posting
 *
 * Returns: whether the levels are the default split, which must be labelled as one by equal
 *   quarters of the range
 */
gboolean
vac_pay_levels_are_default (VacDocument *document)
{
  g_return_val_if_fail (VAC_IS_DOCUMENT (document), FALSE);

  return vac_node_get_n_children (vac_document_get (document, VAC_ROLE_LEVELS)) == 0;
}

/**
 * vac_pay_levels_define:
 * @document: a posting without levels of its own
 *
 * Puts the default split into the document, so that it can be edited. One step to undo.
 *
 * Returns: whether it was done; not in a read-only document or where there are levels
 */
gboolean
vac_pay_levels_define (VacDocument *document)
{
  gboolean done = TRUE;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), FALSE);

  if (!vac_pay_levels_are_default (document) || vac_document_get_read_only (document))
    return FALSE;

  vac_document_begin_step (document, _("Define Levels"));
  for (guint i = 0; i < G_N_ELEMENTS (default_levels); i++)
    {
      g_autofree char *from = g_strdup_printf ("%" G_GINT64_FORMAT, default_levels[i].from);
      g_autofree char *to = g_strdup_printf ("%" G_GINT64_FORMAT, default_levels[i].to);
      g_autoptr (VacNode) node = vac_node_new_record (vac_schema_get_field (VAC_ROLE_LEVEL),
                                                      VAC_ROLE_LEVEL_NAME,
                                                      get_default_name (document, i),
                                                      VAC_ROLE_LEVEL_FROM, from,
                                                      VAC_ROLE_LEVEL_TO, to,
                                                      VAC_ROLE_LEVEL_BASIS, VAC_BASIS_SHARE,
                                                      VAC_ROLE_NONE);

      done &= vac_document_append (document, vac_document_get (document, VAC_ROLE_LEVELS), node);
    }
  vac_document_end_step (document);

  return done;
}
