using System;
using MagHopfield.Instrument.Ports;

namespace MagHopfield.DeviceCheck.Fakes;

/// <summary>A chip that answers frame by frame from a script and counts the frames that are not those it waits for.</summary>
public sealed class ScriptedChip : ISpiLink
{
    private readonly string[] _expected;
    private readonly string[] _answers;
    private int _next;

    /// <summary>Makes the chip.</summary>
    /// <param name="expected">Frames to the chip in hexadecimal digits.</param>
    /// <param name="answers">Answers, as many.</param>
    public ScriptedChip(string[] expected, string[] answers)
    {
        _expected = expected;
        _answers = answers;
    }

    /// <summary>Number of frames that were not those of the script.</summary>
    public int Wrong { get; private set; }

    /// <summary>Whether the whole script has passed.</summary>
    public bool IsOver => _next == _expected.Length;

    /// <inheritdoc/>
    public void Write(byte[] frame) => Take(frame);

    /// <inheritdoc/>
    public void TransferFullDuplex(byte[] send, byte[] receive)
    {
        string answer = Take(send);
        for (int i = 0; i < receive.Length; i++)
            receive[i] = (2 * i) + 1 < answer.Length ? (byte)((16 * Digit(answer[2 * i])) + Digit(answer[(2 * i) + 1])) : (byte)0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private string Take(byte[] frame)
    {
        string sent = "";
        for (int i = 0; i < frame.Length; i++)
            sent += frame[i].ToString("X2");

        if (_next >= _expected.Length)
        {
            Wrong++;
            return "";
        }

        Wrong += sent == _expected[_next] ? 0 : 1;
        return _answers[_next++];
    }

    private static int Digit(char c) => c <= '9' ? c - '0' : c - 'A' + 10;
}
