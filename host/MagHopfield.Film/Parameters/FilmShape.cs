namespace MagHopfield.Film.Parameters;

/// <summary>Outline of the film and of the gold layer above it.</summary>
public enum FilmShape
{
    /// <summary>The whole rectangle width × height.</summary>
    Rectangle,

    /// <summary>The ellipse inscribed in width × height; a disk where both are equal.</summary>
    Disk,
}
