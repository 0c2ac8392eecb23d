namespace MagHopfield.TextureStudies.Textures;

/// <summary>
/// A magnetic texture as a part of a neural network, after J. Grollier et al., Neuromorphic spintronics,
/// Nat. Electron. 3, 360 (2020), the review in what follows. One more is one more class and one document.
/// </summary>
public abstract class TextureStudy : Study
{
    /// <summary>Parts of a scan at the same time.</summary>
    protected static readonly StudyParameter<int> Threads = StudyParameter.Threads("Points of the scan computed at the same time.");

    /// <summary>Declares it.</summary>
    /// <param name="part">Name, as in "wall-memristor", which is that of its document, too.</param>
    /// <param name="summary">What it does, in one sentence with the time that it takes.</param>
    protected TextureStudy(string part, string summary) => (Part, Summary) = (part, summary);

    /// <summary>Name without the word that all have.</summary>
    public string Part { get; }

    /// <inheritdoc/>
    public override string Name => $"texture {Part}";

    /// <inheritdoc/>
    public override string Summary { get; }

    /// <inheritdoc/>
    public override StudyFolder Folder => new($"out/texture/{Part}");
}
