/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-json.h"
#include "vac-node-build.h"

G_BEGIN_DECLS

/* A parsed file whose values become nodes when somebody asks for them. */
typedef struct _VacNodeSource VacNodeSource;

VacNodeSource *vac_node_source_new          (VacJson        *json,
                                             gboolean        is_plain);
VacNodeSource *vac_node_source_ref          (VacNodeSource  *self);
void           vac_node_source_unref        (VacNodeSource  *self);
gboolean       vac_node_source_holds        (VacNodeSource  *self,
                                             guint           index,
                                             const VacField *field);
char          *vac_node_source_dup_text     (VacNodeSource  *self,
                                             guint           index,
                                             const VacField *field);
const char    *vac_node_source_get_text     (VacNodeSource  *self,
                                             guint           index,
                                             const VacField *field);
gboolean       vac_node_source_may_hold     (VacNodeSource  *self,
                                             guint           index,
                                             const char     *needle);
char          *vac_node_source_dup_name     (VacNodeSource  *self,
                                             guint           index);
char          *vac_node_source_dup_raw      (VacNodeSource  *self,
                                             guint           index);
GPtrArray     *vac_node_source_make_slots   (VacNodeSource  *self,
                                             guint           index,
                                             const VacField *field,
                                             guint32       **places);
gboolean       vac_node_source_is_empty     (VacNodeSource  *self,
                                             guint           index,
                                             const VacField *field);
void           vac_node_source_visit        (VacNodeSource  *self,
                                             guint           index,
                                             const VacField *field,
                                             VacUnreadVisit  visit,
                                             gpointer        user_data);
gboolean       vac_node_source_skim         (VacNodeSource  *self,
                                             guint           index,
                                             const VacField *field,
                                             VacNodeSkim     skim,
                                             gpointer        user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacNodeSource, vac_node_source_unref)

G_END_DECLS
