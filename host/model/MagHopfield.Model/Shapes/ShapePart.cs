using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Model.Shapes;

/// <summary>A shape and how it joins those before it.</summary>
/// <param name="Form">The shape as the file states it.</param>
/// <param name="Operation">How it joins.</param>
/// <param name="Line">Line in the file.</param>
public sealed record ShapePart(ShapeParameters Form, ShapeOperation Operation, int Line)
{
    /// <summary>The shape, in metres from the centre of the mesh.</summary>
    public Shape Shape => Form.Shape;

    /// <summary>The parts combined in their order; null for none.</summary>
    public static Shape? Combine(IEnumerable<ShapePart> parts)
    {
        Shape? body = null;
        foreach (ShapePart part in parts)
        {
            // What is cut from or out of nothing is cut from the whole mesh.
            Shape before = body ?? (part.Operation == ShapeOperation.Add ? part.Shape : Shape.Everywhere);
            body = part.Operation switch
            {
                ShapeOperation.Add => before | part.Shape,
                ShapeOperation.Subtract => before - part.Shape,
                _ => before & part.Shape,
            };
        }

        return body;
    }
}

/// <summary>How a shape joins those before it.</summary>
public enum ShapeOperation
{
    /// <summary>Union.</summary>
    Add,

    /// <summary>What was before, without the shape.</summary>
    Subtract,

    /// <summary>What was before, inside the shape only.</summary>
    Intersect,
}
