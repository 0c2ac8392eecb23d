namespace MagHopfield.Instrument.Scpi;

/// <summary>A reference that comes in parts. It is there only between the first part and the last.</summary>
internal sealed class ReferenceParts
{
    /// <summary>None has come.</summary>
    /// <param name="pairs">Number of elements, N(N − 1)/2.</param>
    public ReferenceParts(int pairs)
    {
        Values = new double[pairs];
    }

    /// <summary>Elements in siemens, as far as they have come.</summary>
    public double[] Values { get; }

    /// <summary>Number of elements that have come.</summary>
    public int Count { get; private set; }

    /// <summary>Adds those that come next.</summary>
    /// <param name="part">Elements in siemens, no more than are missing.</param>
    public void Add(double[] part)
    {
        for (int i = 0; i < part.Length; i++)
            Values[Count++] = part[i];
    }
}
