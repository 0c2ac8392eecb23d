namespace MagHopfield.Micromagnetics.Transport.Multigrid;

/// <summary>
/// Numbers of several right-hand sides at one mesh point, side by side in a register: every coefficient of the matrix is read once for
/// all of them.
/// </summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
internal interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>Right-hand sides in a register.</summary>
    static abstract int Count { get; }

    static abstract TSelf operator +(TSelf a, TSelf b);

    static abstract TSelf operator *(TSelf a, TSelf b);

    static abstract TSelf All(float value);

    static abstract TSelf Load(ref float from);

    /// <summary>a·b + c with one rounding.</summary>
    static abstract TSelf Fused(TSelf a, TSelf b, TSelf c);

    void Store(ref float to);

    /// <summary>Adds the numbers to as many doubles.</summary>
    void AddTo(ref double to);
}
