using System.Globalization;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Micromagnetics.Transport.Outlines;
using MagHopfield.Model.Keys;
using MagHopfield.Model.Shapes;
using MagHopfield.Toml;

namespace MagHopfield.Film.Parameters;

/// <summary>Reads and checks where things are on a film: [film], and its electrodes from [[electrode]], [array] or [image].</summary>
internal static class LayoutReader
{
    public static (FilmGeometry Geometry, IReadOnlyList<Electrode> Electrodes, IReadOnlyList<Electrode> Terminals) Read(
        TomlSection root, FilmParameters? preset)
    {
        TomlSection? array = root.OptionalSection("array");
        IReadOnlyList<TomlSection> single = root.Sections("electrode");
        if (array is not null && single.Count > 0)
            throw single[0].Error("the electrodes are given twice; keep only one of [array] and [[electrode]]");

        TomlSection? image = root.OptionalSection("image");
        if (image is not null && (array is not null || single.Count > 0))
            throw image.Error("the electrodes are given twice; keep only one of [image], [array] and [[electrode]]");

        ElectrodeArray? grid = array is null ? null : ReadArray(array);
        FilmGeometry geometry = ReadFilm(root, preset?.Geometry, grid);
        if (root.Sections(GeometrySection.Declaration.Name) is [TomlSection shape, ..])
        {
            TomlSection? film = root.OptionalSection("film");
            if (array is not null || image is not null || film?.Has(LayoutKeys.Outline.Name) == true)
                throw shape.Error("the outline is given twice; keep only one of [[geometry]], shape of [film], [array] and [image]");
            geometry = WithShapes(root, geometry);
        }


        // Before anything is laid out on so many cells. A picture's electrodes are at least two.
        int count = grid is not null
            ? grid.Rows * grid.Columns
            : single.Count > 0
            ? single.Count
            : image is not null
            ? 2
            : preset?.Electrodes.Count ?? 2;
        CheckMemory(root.OptionalSection("film") ?? array ?? root, geometry, count);
        IReadOnlyList<Electrode>? electrodes = Listed(single, geometry, "electrode");
        IReadOnlyList<Electrode>? terminals = null;
        if (array is not null)
        {
            electrodes = Place(array, grid!, geometry, "electrode", LayoutKeys.ArrayPad, LayoutKeys.PadSize);
            terminals = array.Has("gold_pad_shape") || array.Has("gold_pad_size")
                ? Place(array, grid!, geometry, "terminal", LayoutKeys.GoldPad, LayoutKeys.GoldPadSize)
                : null;
        }

        if (image is not null)
        {
            if (root.OptionalSection("film") is TomlSection box && box.Has("shape"))
                throw box.Error("shape", "is given by the pixels of the [image]; remove it here");

            (geometry, electrodes, terminals) = FilmImageReader.Read(image, geometry);
            CheckMemory(image, geometry, electrodes.Count);
            Check(image, geometry, electrodes);
            Check(image, geometry, terminals ?? electrodes);
        }

        if (electrodes is null && preset is not null && geometry != preset.Geometry && root.OptionalSection("film") is TomlSection changed)
            CheckInherited(changed, geometry, preset);

        electrodes ??= preset?.Electrodes
            ?? throw root.Error(
                "the film has no electrodes; add at least two [[electrode]] sections with name, shape, x, y, or an [array], or an [image]");
        terminals = Terminals(root.OptionalSection("gold"), geometry, electrodes) ?? terminals
            ?? (preset is not null && ReferenceEquals(electrodes, preset.Electrodes) ? preset.Terminals : electrodes);
        return (geometry, electrodes, terminals);
    }

    /// <summary>Where things are on the film of a problem file: its outline and the terminals of its gold.</summary>
    public static (FilmGeometry Geometry, IReadOnlyList<Electrode> Terminals) Of(
        TomlSection root, Mesh mesh, IReadOnlyList<Electrode> electrodes)
    {
        (double width, double height) = MeshSection.Extent(root.Section("mesh"), mesh);
        FilmGeometry geometry = WithShapes(root, new(width, height, mesh.Dz, mesh.Nx, mesh.Ny));
        CheckMemory(root.Section("mesh"), geometry, electrodes.Count);
        IReadOnlyList<TomlSection> sections = root.Sections("electrode");
        for (int i = 0; i < electrodes.Count; i++)
            CheckPlace(sections[i], "electrode", electrodes[i], geometry);
        Check(sections[0], geometry, electrodes);
        return (geometry, Terminals(root.OptionalSection("gold"), geometry, electrodes) ?? electrodes);
    }

    // The outline by shapes, as problem files have it.
    private static FilmGeometry WithShapes(TomlSection root, FilmGeometry geometry)
    {
        InputFiles files = InputFiles.Beside(root.Source);
        IReadOnlyList<ShapePart> parts =
            [.. root.Sections(GeometrySection.Declaration.Name).Select(s => GeometrySection.Read(s, files, geometry.Mesh()))];
        return geometry with
        {
            Outline = parts switch
            {
                [] => geometry.Outline,
                [{ Operation: ShapeOperation.Add } one] => ShapeOutline.Of(one.Form, geometry.Width, geometry.Height),
                _ => new ShapeOutline(parts, geometry.Width, geometry.Height),
            },
        };
    }

    private static List<Electrode>? Terminals(TomlSection? gold, FilmGeometry geometry, IReadOnlyList<Electrode> electrodes)
    {
        List<Electrode>? terminals = gold is null ? null : Listed(gold.Sections("terminal"), geometry, "terminal");
        return terminals is null || terminals.Count == electrodes.Count
            ? terminals
            : throw gold!.Error(
                $"the gold layer has {terminals.Count} terminals and the film {electrodes.Count} electrodes; give as many of both");
    }

    private static FilmGeometry ReadFilm(TomlSection root, FilmGeometry? preset, ElectrodeArray? array)
    {
        TomlSection? s = root.OptionalSection("film");
        if (s is null)
        {
            FilmGeometry p = preset
                ?? throw root.Error("section [film] is missing; add it, or take the rest from a film with preset = \"niu2024\"");
            return array is null ? p
                : p with
                {
                    Width = array.Width,
                    Height = array.Height,
                    CellsX = Cells(array.Width, p.CellX),
                    CellsY = Cells(array.Height, p.CellY),
                    Outline = null,
                };
        }

        foreach (string key in (string[])["width", "height", "shape", "corners"])
        {
            if (array is not null && s.Has(key))
                throw s.Error(key, "is given by rows, columns, pitch and padding of the [array]; remove it here");
        }

        double width = array?.Width ?? LayoutKeys.Width.Read(s, preset?.Width);
        double height = array?.Height ?? LayoutKeys.Height.Read(s, preset?.Height);
        double thickness = LayoutKeys.Thickness.Read(s, preset?.Thickness);
        bool bySize = s.Has("cell") || (array is not null && !s.Has("cells_x") && !s.Has("cells_y"));
        double cell = bySize ? LayoutKeys.Cell.Read(s, preset?.CellX) : 0;
        if (bySize && Math.Max(width, height) / cell > 10_000)
        {
            throw s.Error(
                "cell", string.Create(CultureInfo.InvariantCulture, $"is {cell} m, more than 10000 cells along a side; make it larger"));
        }

        int cellsX = bySize ? Cells(width, cell) : LayoutKeys.CellsX.Read(s, preset?.CellsX);
        int cellsY = bySize ? Cells(height, cell) : LayoutKeys.CellsY.Read(s, preset?.CellsY);
        return new FilmGeometry(
            width, height, thickness, cellsX, cellsY, array is null ? Outline(s, preset?.Outline, width, height) : null);
    }

    // As many cells as cover the length, each at most as long as asked.
    private static int Cells(double length, double cell) => Math.Max(2, (int)Math.Ceiling(length / cell - 1e-6));

    private static PlaneShape? Outline(TomlSection s, PlaneShape? preset, double width, double height)
    {
        string fallback = preset switch { EllipseShape => "disk", _ => "rectangle" };
        if (!s.Has("shape") && preset is not (null or EllipseShape))
            return preset;

        return LayoutKeys.Outline.Read(s, fallback) switch
        {
            "disk" => new EllipseShape(width / 2, height / 2, width / 2, height / 2),
            "polygon" => new PolygonShape(LayoutKeys.Corners.Read(s)),
            _ => null,
        };
    }

    private static ElectrodeArray ReadArray(TomlSection s) => new(
        LayoutKeys.Rows.Read(s), LayoutKeys.Columns.Read(s), LayoutKeys.Pitch.Read(s), LayoutKeys.Padding.Read(s));

    private static IReadOnlyList<Electrode> Place(
        TomlSection s, ElectrodeArray array, FilmGeometry geometry, string kind, Key<string> shapeKey, Key<double> sizeKey)
    {
        bool own = sizeKey == LayoutKeys.PadSize;
        double size = sizeKey.Read(s, !own && s.Has(LayoutKeys.PadSize.Name) ? LayoutKeys.PadSize.Read(s) : null);
        if (size >= array.Pitch)
        {
            throw s.Error(
                sizeKey.Name,
                string.Create(
                    CultureInfo.InvariantCulture, $"is {size} m and the pitch {array.Pitch} m; make the pads smaller than the pitch"));
        }

        IReadOnlyList<Electrode> electrodes = shapeKey.Read(s, own ? null : LayoutKeys.ArrayPad.Read(s)) == "disk"
            ? array.Disks(size)
            : array.Squares(size);
        if (electrodes.Count < 2)
            throw s.Error("one row and one column make one electrode; give at least two");

        CheckSize(s, kind, electrodes[0], geometry);
        Check(s, geometry, electrodes);
        return electrodes;
    }

    private static List<Electrode>? Listed(IReadOnlyList<TomlSection> sections, FilmGeometry geometry, string kind)
    {
        if (sections.Count == 0)
            return null;

        List<Electrode> electrodes = [];
        foreach (TomlSection s in sections)
        {
            string number = (electrodes.Count + 1).ToString(CultureInfo.InvariantCulture);
            Electrode electrode = new(LayoutKeys.PadName.Read(s, number), Pad(s, geometry));
            CheckPlace(s, kind, electrode, geometry);
            CheckSize(s, kind, electrode, geometry);
            electrodes.Add(electrode);
        }

        if (electrodes.Count < 2)
            throw sections[0].Error($"the film has one {kind}; add at least a second [[{sections[0].Path}]]");

        Check(sections[0], geometry, electrodes);
        return electrodes;
    }

    private static PlaneShape Pad(TomlSection s, FilmGeometry geometry)
    {
        if (!s.Has(ShapeKeys.Centre.Name) && !s.Has(ShapeKeys.FromCorner.Name))
            TakeShort(s);
        return ShapeOutline.Of(ShapeKeys.Read(s, InputFiles.Beside(s.Source), geometry.Mesh()), geometry.Width, geometry.Height);
    }

    // The short names of films for what shapes of problem files say from the corner.
    private static void TakeShort(TomlSection s)
    {
        string shape = LayoutKeys.Pad.Read(s);
        s.Inherit(ShapeKeys.Kind.Name, shape);
        s.Inherit(ShapeKeys.FromCorner.Name, "corner");
        if (shape != "polygon")
            s.Inherit(ShapeKeys.Centre.Name, new object[] { LayoutKeys.X.Read(s), LayoutKeys.Y.Read(s), 0.0 });
        if (shape == "disk")
            s.Inherit(ShapeKeys.Diameter.Name, 2 * LayoutKeys.Radius.Read(s));
        if (shape == "rectangle")
            s.Inherit(ShapeKeys.Size.Name, new object[] { LayoutKeys.PadWidth.Read(s), LayoutKeys.PadHeight.Read(s) });
    }

    private static void Check(TomlSection s, FilmGeometry geometry, IReadOnlyList<Electrode> electrodes)
    {
        try
        {
            _ = new ConductorGrid(geometry, electrodes);
        }
        catch (ArgumentException e)
        {
            throw s.Error(e.Message.TrimEnd('.'));
        }
    }

    private static void CheckMemory(TomlSection s, FilmGeometry geometry, int electrodes)
    {
        try
        {
            FilmMemory.Check(geometry, electrodes);
        }
        catch (ArgumentException e)
        {
            throw s.Error(e.Message.TrimEnd('.'));
        }
    }

    // Where a file changes the film of its preset, the preset's electrodes need not lie on it any more.
    private static void CheckInherited(TomlSection film, FilmGeometry geometry, FilmParameters preset)
    {
        foreach (
            (string kind, Electrode pad) in preset.Electrodes.Select(e => ("electrode", e)).Concat(
                preset.Terminals.Select(t => ("terminal", t))))
        {
            if (!IsOnFilm(pad, geometry))
            {
                throw film.Error(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{kind} {pad.Name} of the preset lies outside this film of {geometry.Width:R} m × {geometry.Height:R} m; add "
                    + $"[[electrode]] sections that fit it, or an [array]"));
            }
        }

        Check(film, geometry, preset.Electrodes);
        Check(film, geometry, preset.Terminals);
    }

    private static void CheckPlace(TomlSection s, string kind, Electrode electrode, FilmGeometry geometry)
    {
        if (!IsOnFilm(electrode, geometry))
        {
            throw s.Error(string.Create(
                CultureInfo.InvariantCulture,
                $"{kind} {electrode.Name} lies outside the film; give x from 0 to {geometry.Width} m and y from 0 to {geometry.Height} m"));
        }
    }

    // Whether a point of the mesh lies in the pad, or within a cell of it, and on the film.
    private static bool IsOnFilm(Electrode electrode, FilmGeometry geometry)
    {
        PlaneBox box = electrode.Shape.Bounds;
        double reach = geometry.CellX;
        (int left, int right) = Between(box.Left - reach, box.Right + reach, geometry.CellX, geometry.CellsX);
        (int bottom, int top) = Between(box.Bottom - reach, box.Top + reach, geometry.CellY, geometry.CellsY);
        for (int iy = bottom; iy <= top; iy++)
        {
            for (int ix = left; ix <= right; ix++)
            {
                (double x, double y) = (ix * geometry.CellX, iy * geometry.CellY);
                if (electrode.Shape.Contains(x, y, geometry.CellX) && geometry.Contains(x, y))
                    return true;
            }
        }

        return false;
    }

    private static (int First, int Last) Between(double low, double high, double cell, int cells) =>
        ((int)Math.Clamp(Math.Floor(low / cell) - 1, 0, cells), (int)Math.Clamp(Math.Ceiling(high / cell) + 1, 0, cells));

    private static void CheckSize(TomlSection s, string kind, Electrode electrode, FilmGeometry geometry)
    {
        double cell = Math.Max(geometry.CellX, geometry.CellY);
        if (electrode.Shape is not RectangleShape && electrode.Shape.SmallestExtent < cell)
        {
            throw s.Error(string.Create(
                CultureInfo.InvariantCulture,
                $"{kind} {electrode.Name} is {electrode.Shape.SmallestExtent:G4} m across, less than a cell of {cell:G4} m; make it larger "
                + $"or use more cells"));
        }
    }
}
