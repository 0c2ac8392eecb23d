namespace MagHopfield.Instrument.Tests.Fakes;

/// <summary>Registers of an ADGS1414D, no more than the wire shows.</summary>
public sealed class FakeSwitchChip(Action changed) : IFakeChip
{
    private bool _crc;
    private int _resetStep;
    private int _errors;

    public int Word { get; private set; }

    /// <summary>Whether it takes no more frames that change something; it answers as before.</summary>
    public bool Refuses { get; set; }

    /// <summary>Whether it answers nothing any more; it takes frames as before.</summary>
    public bool IsMute { get; set; }

    public void PowerCycle()
    {
        Word = 0;
        _crc = false;
        _errors = 0;
        changed();
    }

    public byte[] Transfer(byte[] sent)
    {
        byte[] answer = Answer(sent);
        return IsMute ? new byte[sent.Length] : answer;
    }

    private byte[] Answer(byte[] sent)
    {
        byte[] answer = new byte[sent.Length];
        answer[0] = 0x25;
        int register = sent[0] & 0x7F;
        bool read = (sent[0] & 0x80) != 0;
        if (read && sent.Length > 1)
        {
            answer[1] = (byte)Value(register);
            if (sent.Length > 2)
                answer[2] = TestCrc.Of([sent[0], answer[1]]);
        }

        if (sent.Length != (_crc ? 3 : 2))
        {
            _errors |= 2;
            return answer;
        }

        if (_crc && TestCrc.Of(sent[..2]) != sent[2])
        {
            _errors |= 1;
            return answer;
        }

        if (sent[0] == 0x6C && sent[1] == 0xA9)
            _errors = 0;
        else if (!read && !Refuses)
            Write(register, sent[1]);

        return answer;
    }

    private int Value(int register) => register switch
    {
        0x01 => Word,
        0x02 => _crc ? 0x07 : 0x06,
        0x03 => _errors,
        _ => 0,
    };

    private void Write(int register, int value)
    {
        if (register == 0x01)
        {
            Word = value;
            changed();
        }
        else if (register == 0x02)
        {
            _crc = (value & 1) != 0;
        }
        else if (register == 0x0B)
        {
            if (value == 0x05 && _resetStep == 0xA3)
                PowerCycle();

            _resetStep = value;
        }
    }
}
