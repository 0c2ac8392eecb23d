namespace MagHopfield.Instrument.Tests.Fakes;

/// <summary>Registers of an AD5754R.</summary>
public sealed class FakeDac : IFakeChip
{
    private readonly int[] _range = new int[4];
    private int _power;
    private int _control;
    private int _shift;

    public int[] Codes { get; } = new int[4];

    public bool ClearHeld { get; private set; }

    public double Volts(int channel) => (_power & (1 << channel)) == 0 || _range[channel] != 3 ? 0 : 10.0 * Codes[channel] / 65536 - 5;

    public void SetClear(bool high)
    {
        ClearHeld = !high;
        if (ClearHeld)
            ClearCodes();
    }

    public void PowerCycle()
    {
        Array.Clear(_range);
        Array.Clear(Codes);
        _power = 0;
        _control = 0;
    }

    public byte[] Transfer(byte[] sent)
    {
        byte[] answer = [0, (byte)(_shift >> 8), (byte)_shift];
        _shift = 0;
        if (sent.Length != 3)
            return new byte[sent.Length];

        int register = (sent[0] >> 3) & 7;
        int address = sent[0] & 7;
        int data = (sent[1] << 8) | sent[2];
        if ((sent[0] & 0x80) != 0)
            _shift = register switch { 0 => Codes[address], 1 => _range[address], 2 => _power, _ => _control };
        else
            Write(register, address, data);

        return answer;
    }

    private void Write(int register, int address, int data)
    {
        switch (register)
        {
            case 0 when !ClearHeld:
                Fill(Codes, address, data);
                break;
            case 1:
                Fill(_range, address, data);
                break;
            case 2:
                _power = data & 0x1F;
                break;
            case 3 when address == 1:
                _control = data;
                break;
            case 3 when address == 4:
                ClearCodes();
                break;
        }
    }

    private void ClearCodes()
    {
        for (int i = 0; i < 4; i++)
            Codes[i] = _range[i] >= 3 ? 0x8000 : 0;
    }

    private static void Fill(int[] values, int address, int data)
    {
        for (int i = 0; i < 4; i++)
        {
            if (address == 4 || address == i)
                values[i] = data;
        }
    }
}
