using MagHopfield.Instrument.Ports;

namespace MagHopfield.Instrument.Tests.Fakes;

/// <summary>Registers of an AD7124-8 and the conversion of what its inputs see.</summary>
public sealed class FakeAdc(
    IBoardClock clock, Func<int, int, double> inputVolts, Func<int, int, double> continuity, Action changed) : IFakeChip
{
    private readonly Dictionary<int, int> _registers = [];
    private bool _powerOn = true;
    private bool _dataWaiting;
    private long _readyAt = long.MaxValue;
    private int _errors;

    public bool ExcitationOn => ((Value(3) >> 8) & 7) != 0;

    /// <summary>Relative error of the amplifier, the same for all readings.</summary>
    public double GainError { get; set; }

    public void PowerCycle()
    {
        _registers.Clear();
        _powerOn = true;
        _dataWaiting = false;
        _readyAt = long.MaxValue;
        _errors = 0;
        changed();
    }

    public byte[] Transfer(byte[] sent)
    {
        byte[] answer = new byte[sent.Length];
        if (sent.Length == 8 && sent.All(b => b == 0xFF))
        {
            PowerCycle();
            return answer;
        }

        int register = sent[0] & 0x3F;
        bool read = (sent[0] & 0x40) != 0;
        bool crc = (Value(7) & 4) != 0;
        int size = Size(register);
        if (sent.Length != 1 + size + (crc ? 1 : 0))
        {
            _errors |= 1 << 5;
            return answer;
        }

        if (read)
        {
            int value = ReadValue(register);
            byte[] check = new byte[1 + size];
            check[0] = sent[0];
            for (int i = 0; i < size; i++)
                check[1 + i] = answer[1 + i] = (byte)(value >> (8 * (size - 1 - i)));

            if (crc)
                answer[1 + size] = TestCrc.Of(check);

            return answer;
        }

        if (crc && TestCrc.Of(sent[..^1]) != sent[^1])
        {
            _errors |= 4;
            return answer;
        }

        int data = 0;
        for (int i = 0; i < size; i++)
            data = (data << 8) | sent[1 + i];

        _registers[register] = data;
        if (register == 1 && ((data >> 2) & 15) is 1 or 5 or 6)
        {
            int filter = Value(0x21 + Setup);
            double rate = ((data >> 6) & 3) >= 2 ? 614400 : 153600;
            _readyAt = clock.Microseconds + (long)Math.Floor(3 * 32.0 * (filter & 0x7FF) / rate * 1e6);
            _dataWaiting = true;
        }

        changed();
        return answer;
    }

    private int Setup => (Value(9) >> 12) & 7;

    private int ReadValue(int register)
    {
        if (register == 0)
        {
            int status = _powerOn ? 0x10 : 0;
            _powerOn = false;
            bool ready = _dataWaiting && clock.Microseconds >= _readyAt;
            return status | (ready ? 0 : 0x80) | (_errors != 0 ? 0x40 : 0);
        }

        if (register == 2)
        {
            _dataWaiting = false;
            int channel = Value(9);
            int gain = 1 << (Value(0x19 + Setup) & 7);
            bool isTestCurrent = (Value(0x19 + Setup) & 0x600) != 0;
            double volts = isTestCurrent
                ? continuity((channel >> 5) & 31, channel & 31)
                : inputVolts((channel >> 5) & 31, channel & 31) * (1 + GainError);
            return (int)Math.Clamp(Math.Round((volts * gain / 2.5 + 1) * 8388608), 0, 0xFFFFFF);
        }

        if (register == 6)
        {
            int errors = _errors;
            _errors = 0;
            return errors;
        }

        return Value(register);
    }

    private int Value(int register) => _registers.TryGetValue(register, out int value) ? value : register switch
    {
        5 => 0x17,
        7 => 0x40,
        9 => 0x8001,
        >= 0x19 and < 0x21 => 0x0860,
        >= 0x21 and < 0x29 => 0x060180,
        >= 0x29 and < 0x31 => 0x800000,
        >= 0x31 => 0x555555,
        _ => 0,
    };

    private static int Size(int register) => register switch
    {
        0 or 5 or 8 => 1,
        1 or 4 => 2,
        2 or 3 or 6 or 7 => 3,
        < 0x21 => 2,
        _ => 3,
    };
}
