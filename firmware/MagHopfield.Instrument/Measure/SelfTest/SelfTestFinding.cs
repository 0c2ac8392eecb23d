namespace MagHopfield.Instrument.Measure.SelfTest;

/// <summary>One fault, with its place.</summary>
public sealed class SelfTestFinding
{
    /// <summary>Makes a finding.</summary>
    /// <param name="fault">What is wrong.</param>
    /// <param name="node">Zero-based node, or −1 where it is none's; the setup for <see cref="SelfTestFault.WrongGain"/>.</param>
    /// <param name="part">Number of the switch (1 for SW1), of two exchanged ones as tens and units (13 for SW1 and SW3), or the other
    /// zero-based electrode of a short, or −1.</param>
    /// <param name="text">One line for the user.</param>
    public SelfTestFinding(SelfTestFault fault, int node, int part, string text)
    {
        Fault = fault;
        Node = node;
        Part = part;
        Text = text;
    }

    /// <summary>What is wrong.</summary>
    public SelfTestFault Fault { get; }

    /// <summary>Zero-based node, or −1 where it is none's; the setup for <see cref="SelfTestFault.WrongGain"/>.</summary>
    public int Node { get; }

    /// <summary>
    /// Number of the switch (1 for SW1), of two exchanged ones as tens and units (13 for SW1 and SW3), or the other zero-based electrode
    /// of a short, or −1.
    /// </summary>
    public int Part { get; }

    /// <summary>One line for the user.</summary>
    public string Text { get; }
}
