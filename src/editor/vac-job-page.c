/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-job-page"

#include "config.h"

#include "vac-editor.h"
#include "vac-field-row.h"
#include "vac-job-page.h"
#include "vac-offer.h"
#include "vac-pay-group.h"
#include "vac-record-list.h"

/**
 * VacJobPage:
 *
 * The facts of a job, as the schema lists them: leaves that follow each other share a group, a
 * record has a group of its own, and so has a list.
 */
struct _VacJobPage
{
  VacPage parent_instance;
};

G_DEFINE_FINAL_TYPE (VacJobPage, vac_job_page, VAC_TYPE_PAGE)

static void
vac_job_page_class_init (VacJobPageClass *klass)
{
}

static void
vac_job_page_init (VacJobPage *self)
{
}

static GtkWidget *
create_part (VacDocument *document,
             VacNode     *member)
{
  if (vac_node_get_kind (member) == VAC_KIND_RECORD)
    {
      GtkWidget *group = vac_node_get_role (member) == VAC_ROLE_PAY
                             ? vac_pay_group_new (document)
                             : vac_field_group_new (document, member);

      vac_offer_add_to (ADW_PREFERENCES_GROUP (group), document, member);
      return group;
    }
  if (vac_field_is_leaf (vac_node_get_field (member)->element))
    return vac_choice_group_new (document, member);

  return vac_record_list_new (document, member, vac_field_row_new, NULL);
}

/* Returns the group that further leaves go into. */
static GtkWidget *
add_member (VacJobPage  *self,
            GtkWidget   *group,
            VacDocument *document,
            VacNode     *member)
{
  if (!vac_field_is_leaf (vac_node_get_field (member)))
    {
      vac_page_add (VAC_PAGE (self), create_part (document, member));
      return NULL;
    }

  if (group == NULL)
    {
      group = adw_preferences_group_new ();
      vac_page_add (VAC_PAGE (self), group);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), vac_field_row_new (document, member));

  return group;
}

/**
 * vac_job_page_new:
 * @document: a document
 *
 * Returns: (transfer floating): the page of its job, with the posting's language. Pay follows the
 *   places, which it is compared by; a page that is about pay has the same form.
 */
GtkWidget *
vac_job_page_new (VacDocument *document)
{
  VacJobPage *self;
  VacNode *job;
  g_autoptr (GPtrArray) members = NULL;
  GtkWidget *group = NULL;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);

  self = g_object_new (VAC_TYPE_JOB_PAGE, NULL);
  job = vac_document_get (document, VAC_ROLE_JOB);
  vac_editor_set_node (GTK_WIDGET (self), job);
  members = vac_editor_list_members (job);
  for (guint i = 0; i < members->len; i++)
    {
      VacNode *member = g_ptr_array_index (members, i);

      if (vac_node_get_role (member) != VAC_ROLE_PAY)
        group = add_member (self, group, document, member);
      if (vac_node_get_role (member) == VAC_ROLE_LOCATIONS)
        group = add_member (self, NULL, document, vac_document_get (document, VAC_ROLE_PAY));
    }
  add_member (self, NULL, document, vac_document_get (document, VAC_ROLE_LANGUAGE));

  return GTK_WIDGET (self);
}
