namespace TcmCrm.Roi.Cases;

/// <summary>The prices that the amounts of a case are stated in.</summary>
public enum PriceBasis
{
    /// <summary>名义价格: prices of the date of each amount, to be discounted at a nominal rate.</summary>
    Nominal,

    /// <summary>不变价格: prices without inflation, to be discounted at a real rate.</summary>
    Real,
}
