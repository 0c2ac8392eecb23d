using System;
using System.Collections;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.DeviceCheck.Checks;

/// <summary>
/// What the checks found. Numbers are written by the instrument's own writer, so that lines are the same on every runtime.
/// </summary>
public sealed class CheckLog
{
    private readonly byte[] _text = new byte[NumberWriter.LongestNumber];
    private string _check = "";

    /// <summary>Lines of text, one a check and one an expectation that was not met.</summary>
    public ArrayList Lines { get; } = new ArrayList();

    /// <summary>Number of checks that ran.</summary>
    public int Checks { get; private set; }

    /// <summary>Number of expectations that were stated.</summary>
    public int Expectations { get; private set; }

    /// <summary>Number of those that were not met, and of checks that ended by an exception.</summary>
    public int Failures { get; private set; }

    /// <summary>Runs one check.</summary>
    /// <param name="name">What it is about.</param>
    /// <param name="check">The check.</param>
    public void Run(string name, Check check)
    {
        _check = name;
        int failed = Failures, expected = Expectations;
        long start = DateTime.UtcNow.Ticks;
        try
        {
            check(this);
        }
        catch (Exception e)
        {
            Fail("ended by an exception: " + e.Message);
        }

        long milliseconds = (DateTime.UtcNow.Ticks - start) / TimeSpan.TicksPerMillisecond;
        Checks++;
        Say((Failures == failed ? "ok    " : "FAIL  ") + name + ": " + (Expectations - expected).ToString() + " expectations, "
            + milliseconds.ToString() + " ms");
    }

    /// <summary>States that something holds.</summary>
    /// <param name="holds">Whether it does.</param>
    /// <param name="what">What should hold.</param>
    public void Expect(bool holds, string what)
    {
        Expectations++;
        if (!holds)
            Fail(what);
    }

    /// <summary>States that a number is another within a tolerance.</summary>
    /// <param name="expected">What it should be.</param>
    /// <param name="value">What it is, in the same unit.</param>
    /// <param name="tolerance">Largest deviation.</param>
    /// <param name="what">What it is of.</param>
    public void Near(double expected, double value, double tolerance, string what)
    {
        double deviation = value - expected;
        Expect(deviation <= tolerance && -tolerance <= deviation, what + " should be " + Text(expected) + ", is " + Text(value));
    }

    /// <summary>Adds how fast something went: not an expectation.</summary>
    /// <param name="what">What was done, with its unit.</param>
    /// <param name="count">How often.</param>
    /// <param name="ticks">How long, in ticks of 100 ns.</param>
    public void Speed(string what, int count, long ticks)
    {
        long perSecond = ticks > 0 ? count * TimeSpan.TicksPerSecond / ticks : 0;
        Say("speed " + what + ": " + perSecond.ToString() + " a second");
    }

    // At once, so that a check that never ends can be told.
    private void Say(string line)
    {
        Lines.Add(line);
        Console.WriteLine(line);
    }

    private void Fail(string what)
    {
        Failures++;
        Say("      " + _check + ": " + what);
    }

    private string Text(double value)
    {
        int length = NumberWriter.Write(value, _text, 0);
        char[] characters = new char[length];
        for (int i = 0; i < length; i++)
            characters[i] = (char)_text[i];

        return new string(characters);
    }
}
