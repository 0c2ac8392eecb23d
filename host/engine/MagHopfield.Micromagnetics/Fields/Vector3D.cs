namespace MagHopfield.Micromagnetics.Fields;

/// <summary>Three Cartesian components in double precision, for parameters and averages; fields are <see cref="VectorField{T}"/>.</summary>
/// <param name="X">Component along x.</param>
/// <param name="Y">Component along y.</param>
/// <param name="Z">Component along z.</param>
public readonly record struct Vector3D(double X, double Y, double Z)
{
    /// <summary>Length, in the unit of the components.</summary>
    public double Length => Math.Sqrt((X * X) + (Y * Y) + (Z * Z));

    /// <summary>The vector of length 1 along this one.</summary>
    /// <exception cref="ArgumentException">The vector is zero or not finite.</exception>
    public Vector3D Normalised()
    {
        double length = Length;
        if (!(length > 0) || !double.IsFinite(length))
            throw new ArgumentException($"({X}, {Y}, {Z}) has no direction; give a finite vector that is not zero.");
        return new Vector3D(X / length, Y / length, Z / length);
    }

    /// <summary>A tuple (x, y, z) as a vector.</summary>
    /// <param name="v">The three components.</param>
    public static implicit operator Vector3D((double X, double Y, double Z) v) => new(v.X, v.Y, v.Z);

    /// <summary>Sum of two vectors.</summary>
    public static Vector3D operator +(Vector3D a, Vector3D b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    /// <summary>Difference of two vectors.</summary>
    public static Vector3D operator -(Vector3D a, Vector3D b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    /// <summary>A vector times a number.</summary>
    public static Vector3D operator *(double s, Vector3D a) => new(s * a.X, s * a.Y, s * a.Z);

    /// <summary>Scalar product a·b.</summary>
    public static double Dot(Vector3D a, Vector3D b) => (a.X * b.X) + (a.Y * b.Y) + (a.Z * b.Z);

    /// <summary>Vector product a×b.</summary>
    public static Vector3D Cross(Vector3D a, Vector3D b) =>
        new((a.Y * b.Z) - (a.Z * b.Y), (a.Z * b.X) - (a.X * b.Z), (a.X * b.Y) - (a.Y * b.X));
}
