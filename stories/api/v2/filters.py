"""Filters that find what the answer shows, and no more."""

import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from rest_framework.filters import BaseFilterBackend
from wagtail.api.v2.filters import OrderingFilter as WagtailOrderingFilter
from wagtail.api.v2.utils import BadRequestError, parse_boolean
from wagtail.models import Page, TranslatableMixin

from stories.delivery.door import public_files, public_pages
from stories.models import StoryPage


class FieldsFilter(BaseFilterBackend):
    """`?slug=river-song`, `?themes=craft`: a relation by primary key, identity or slug."""

    def filter_queryset(self, request, queryset, view):
        model = queryset.model
        names = view.get_available_fields(model, db_fields_only=True)
        for name in dict.fromkeys(names):
            if name in request.GET and name != "locale":
                queryset = queryset.filter(condition(model, name, request.GET[name]))
        return queryset


class OrderingFilter(WagtailOrderingFilter):
    def filter_queryset(self, request, queryset, view):
        for name in request.GET.get("order", "").split(","):
            field = fields_of(queryset.model).get(name.lstrip("-"))
            if field is not None and field.many_to_many:
                raise BadRequestError(f"cannot order by '{name}' (it has many values)")
        return super().filter_queryset(request, queryset, view)


def fields_of(model):
    return {field.name: field for field in model._meta.get_fields()}


def condition(model, name, value):
    field = model._meta.get_field(name)
    try:
        if not field.is_relation:
            boolean = isinstance(field, models.BooleanField)
            return Q(**{name: parse_boolean(value) if boolean else field.to_python(value)})
        if issubclass(field.related_model, TranslatableMixin):
            return of_identity(model, name, identities(field.related_model, value))
        shown = public_files(field.related_model.objects.filter(pk=int(value)))
        return Q(**{f"{name}__in": shown})
    except (ValueError, ValidationError) as error:
        reason = f"field filter error. '{value}' is not a valid value for {name}"
        raise BadRequestError(reason) from error


def identities(model, value):
    """The identity, as a subquery, of what has that primary key, that identity or that slug."""
    rows = model.objects.all()
    if issubclass(model, Page):
        rows = public_pages(rows)
    if value.isdigit():
        rows = rows.filter(pk=int(value))
    else:
        try:
            rows = rows.filter(translation_key=uuid.UUID(value))
        except ValueError:
            rows = rows.filter(slug=value)
    return rows.values("translation_key")


def of_identity(model, name, keys):
    """Pages that point to any language's version of it; a story has its project's programme."""
    found = Q(**{f"{name}__translation_key__in": keys})
    if model is StoryPage and name == "programme":
        found |= Q(programme=None, project__programme__translation_key__in=keys)
    return Q(pk__in=model.objects.filter(found).values("pk"))
