using System.Numerics;
using System.Runtime.CompilerServices;

namespace MagHopfield.Micromagnetics.Numerics;

/// <summary>As many complex numbers as a SIMD vector has lanes; in memory the real parts, then the imaginary parts.</summary>
internal readonly unsafe struct LaneComplex<T>
    where T : unmanaged
{
    public readonly Vector<T> Re;
    public readonly Vector<T> Im;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LaneComplex(Vector<T> re, Vector<T> im)
    {
        Re = re;
        Im = im;
    }

    /// <summary>Values of T that one element takes in memory.</summary>
    public static int Size => 2 * Vector<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneComplex<T> Load(T* p) => new(Vector.Load(p), Vector.Load(p + Vector<T>.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(T* p)
    {
        Re.Store(p);
        Im.Store(p + Vector<T>.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneComplex<T> operator +(LaneComplex<T> a, LaneComplex<T> b) => new(a.Re + b.Re, a.Im + b.Im);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneComplex<T> operator -(LaneComplex<T> a, LaneComplex<T> b) => new(a.Re - b.Re, a.Im - b.Im);

    /// <summary>This plus i·b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LaneComplex<T> PlusI(LaneComplex<T> b) => new(Re - b.Im, Im + b.Re);

    /// <summary>This minus i·b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LaneComplex<T> MinusI(LaneComplex<T> b) => new(Re + b.Im, Im - b.Re);

    /// <summary>This plus s·b with a real s.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LaneComplex<T> Plus(Vector<T> s, LaneComplex<T> b) => new(Lanes.Fma(s, b.Re, Re), Lanes.Fma(s, b.Im, Im));

    /// <summary>This minus s·b with a real s.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LaneComplex<T> Minus(Vector<T> s, LaneComplex<T> b) => new(Lanes.Fma(-s, b.Re, Re), Lanes.Fma(-s, b.Im, Im));

    /// <summary>Every lane times one real number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LaneComplex<T> Scaled(Vector<T> s) => new(Re * s, Im * s);

    /// <summary>Every lane times the complex number at w.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LaneComplex<T> Times(T* w) => Times(new Vector<T>(w[0]), new Vector<T>(w[1]));

    /// <summary>Every lane times c + is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LaneComplex<T> Times(Vector<T> c, Vector<T> s) => new(Lanes.Fma(Re, c, -(Im * s)), Lanes.Fma(Re, s, Im * c));

    /// <summary>Every lane times the conjugate of the complex number at w.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LaneComplex<T> TimesConjugate(T* w) => TimesConjugate(new Vector<T>(w[0]), new Vector<T>(w[1]));

    /// <summary>Every lane times c − is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LaneComplex<T> TimesConjugate(Vector<T> c, Vector<T> s) => new(Lanes.Fma(Re, c, Im * s), Lanes.Fma(Im, c, -(Re * s)));
}
