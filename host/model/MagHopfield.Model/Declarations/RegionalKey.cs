using MagHopfield.Model.Keys;

namespace MagHopfield.Model.Declarations;

/// <summary>A parameter of [material] that a [[region]] may have of its own.</summary>
/// <param name="OfMaterial">The key of the material.</param>
/// <param name="OfRegion">The key of the same name of a region.</param>
internal sealed record RegionalKey(Key<double> OfMaterial, Key<double?> OfRegion)
{
    /// <summary>What a [[region]] has without the key.</summary>
    public const string Inherited = "that of [material]";

    public Regional Read(TermReading file) => new(OfMaterial.Read(file.Material), [.. file.Regions.Select(OfRegion.Read)]);

    public void WriteMaterial(DocumentWriter text, Regional value) => text.Add(OfMaterial, value.Body);

    public void WriteRegion(DocumentWriter text, Regional value, int region) => text.Add(OfRegion, value.Regions[region]);
}
