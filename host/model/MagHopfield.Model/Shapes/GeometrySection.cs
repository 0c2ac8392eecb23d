using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Transport.Outlines;
using MagHopfield.Model.Keys;

namespace MagHopfield.Model.Shapes;

/// <summary>[[geometry]].</summary>
internal static class GeometrySection
{
    public static readonly Key<ShapeOperation> Operation = Key.Choice(
        "operation",
        "How the shape joins those before it.",
        [("add", ShapeOperation.Add), ("subtract", ShapeOperation.Subtract), ("intersect", ShapeOperation.Intersect)],
        "add");

    public static readonly SectionDeclaration Declaration = new(
        "geometry",
        true,
        "A shape of the body; several are combined in their order. Without any, the body fills the mesh. A first shape that is subtracted "
        + "is "
        + "cut from the whole mesh. A cell belongs to the body where its centre does.",
        [Operation, .. ShapeKeys.All]);

    public static ShapePart Read(TomlSection section, InputFiles files, Mesh mesh) =>
        new(ShapeKeys.Read(section, files, mesh), Operation.Read(section), section.Line);

    /// <summary>Writes the sections of an outline.</summary>
    /// <exception cref="ArgumentException">No file can say it.</exception>
    public static void Write(DocumentWriter text, PlaneShape outline)
    {
        if (outline is ShapeOutline shapes)
        {
            foreach (ShapePart part in shapes.Parts)
                Write(text, part);
            return;
        }

        text.Section("[[geometry]]");
        CornerShapes.Write(text, outline);
    }

    public static void Write(DocumentWriter text, ShapePart part)
    {
        text.Section("[[geometry]]");
        text.Add(Operation, part.Operation);
        ShapeKeys.Write(text, part.Form);
    }
}
