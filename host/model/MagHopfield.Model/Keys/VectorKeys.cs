using System.Globalization;
using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Model.Keys;

/// <summary>Keys of vectors, among those that any file may have.</summary>
internal static class VectorKeys
{
    extension(Key)
    {
        /// <summary>A vector.</summary>
        public static Key<Vector3D> Vector(string name, string unit, string meaning, double[]? fallback = null) =>
            new(
                new(name, "[x, y, z]", unit, "any", Shown(fallback), meaning),
                s => s.Numbers(name, 3, unit, fallback) is [double x, double y, double z] ? new Vector3D(x, y, z) : default,
                Components);

        /// <summary>A vector of any length but zero, as it is written: whoever takes its direction normalises it.</summary>
        public static Key<Vector3D> Direction(string name, string meaning, double[]? fallback = null) =>
            new(
                new(name, "[x, y, z]", "", "not zero; any length", Shown(fallback), meaning),
                s => s.Numbers(name, 3, "", fallback) is [double x, double y, double z] && (x != 0 || y != 0 || z != 0)
                    ? new Vector3D(x, y, z) is { Length: > 0 and < double.PositiveInfinity } direction
                        ? direction
                        : throw s.Error(name, "has a length beyond all numbers; write a direction of about length 1, as in [1.0, 0.0, 0.0]")
                    : throw s.Error(name, "is the zero vector; write a direction, as in [1.0, 0.0, 0.0]"),
                Components);
    }

    private static string Components(Vector3D v) => TomlText.Array([TomlText.Number(v.X), TomlText.Number(v.Y), TomlText.Number(v.Z)]);

    private static string Shown(double[]? values) => values is null
        ? "required" : $"[{string.Join(", ", values.Select(v => v.ToString("R", CultureInfo.InvariantCulture)))}]";
}
