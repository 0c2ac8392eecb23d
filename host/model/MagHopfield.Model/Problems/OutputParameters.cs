using MagHopfield.Micromagnetics.Io;

namespace MagHopfield.Model.Problems;

/// <summary>What a run writes.</summary>
/// <param name="TableInterval">Simulated time between rows of the table in seconds; null: rows at the ends of stages only.</param>
/// <param name="Columns">Names of the table's quantities.</param>
/// <param name="SnapshotInterval">Simulated time between fields written in seconds; null: the final one only.</param>
/// <param name="Format">How OVF files store numbers.</param>
/// <param name="Pictures">The pictures, PNG and SVG, written beside each field.</param>
/// <param name="PictureLayer">Layer along z that pictures show, from 0; null: the middle one.</param>
/// <param name="Arrows">Whether pictures have arrows.</param>
/// <param name="Saved">Names of the quantities written as fields.</param>
/// <param name="CheckpointInterval">Wall-clock time between checkpoints in seconds.</param>
public sealed record OutputParameters(
    double? TableInterval,
    IReadOnlyList<string> Columns,
    double? SnapshotInterval,
    OvfData Format,
    IReadOnlyList<PictureKind> Pictures,
    int? PictureLayer,
    bool Arrows,
    IReadOnlyList<string> Saved,
    double CheckpointInterval);

/// <summary>What a picture of a magnetisation shows.</summary>
public enum PictureKind
{
    /// <summary>Hue is the angle in the plane, lightness m_z.</summary>
    Texture,

    /// <summary>m_x from blue (−1) over white to red (+1).</summary>
    Mx,

    /// <summary>m_y from blue (−1) over white to red (+1).</summary>
    My,

    /// <summary>m_z from blue (−1) over white to red (+1).</summary>
    Mz,
}
