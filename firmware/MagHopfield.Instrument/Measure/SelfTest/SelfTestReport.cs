using System;

namespace MagHopfield.Instrument.Measure.SelfTest;

/// <summary>What a self-test has found.</summary>
public sealed class SelfTestReport
{
    private SelfTestFinding[] _findings = new SelfTestFinding[0];

    /// <summary>Whether nothing is wrong.</summary>
    public bool Passed => _findings.Length == 0;

    /// <summary>Faults, in the order in which they were found.</summary>
    public SelfTestFinding[] Findings => _findings;

    /// <summary>Time taken on the board in microseconds.</summary>
    public long DurationMicroseconds { get; internal set; }

    /// <summary>Whether a kind of fault is among the findings.</summary>
    /// <param name="fault">Kind.</param>
    public bool Has(SelfTestFault fault)
    {
        for (int i = 0; i < _findings.Length; i++)
        {
            if (_findings[i].Fault == fault)
                return true;
        }

        return false;
    }

    /// <summary>One line a fault, or "passed".</summary>
    public override string ToString()
    {
        string text = "";
        for (int i = 0; i < _findings.Length; i++)
            text += (i > 0 ? "\n" : "") + _findings[i].Text;

        return text.Length == 0 ? "passed" : text;
    }

    internal void Add(SelfTestFault fault, int node, int part, string text)
    {
        SelfTestFinding[] more = new SelfTestFinding[_findings.Length + 1];
        Array.Copy(_findings, more, _findings.Length);
        more[_findings.Length] = new SelfTestFinding(fault, node, part, text);
        _findings = more;
    }
}
