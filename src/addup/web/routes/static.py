"""The files of the app: style and scripts, kept by browsers for as long as they like."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import FileResponse, Response

from addup.web import vega
from addup.web.rendering import ASSETS, asset_bytes, assets_digest
from addup.web.state import state_of

router = APIRouter(include_in_schema=False)
FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}
MEDIA = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml"}


@router.get("/static/{digest}/{name}")
def file(digest: str, name: str) -> Response:
    """Give a file; one of another version is not here any more."""
    if name not in ASSETS or digest != assets_digest():
        raise HTTPException(404)
    return Response(asset_bytes(name), media_type=MEDIA[name.rpartition(".")[2]], headers=FOR_EVER)


@router.get("/charts/{name}")
def charts(request: Request, name: str) -> Response:
    """Give the script that draws charts."""
    if name != vega.script_name():
        raise HTTPException(404)
    script = vega.made(state_of(request).chart_script)
    return FileResponse(script, media_type=MEDIA["js"], headers=FOR_EVER)
