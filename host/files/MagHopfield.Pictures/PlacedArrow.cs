namespace MagHopfield.Pictures;

/// <summary>An arrow on a picture, whose x runs to the right and y down.</summary>
/// <param name="X">x of its middle.</param>
/// <param name="Y">y of its middle.</param>
/// <param name="HalfX">From the middle to the head, along x.</param>
/// <param name="HalfY">From the middle to the head, along y.</param>
public readonly record struct PlacedArrow(double X, double Y, double HalfX, double HalfY);
